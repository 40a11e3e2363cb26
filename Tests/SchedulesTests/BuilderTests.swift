import Testing

@testable import Schedules

@Suite struct BuilderTests {
  private func file(_ scheduler: String, _ more: String = "") -> String { #"{"scheduler": \#(scheduler)\#(more)}"# }

  @Test(arguments: [
    ("3", "spec at 3: a scheduler is an object, not a number"),
    (#"{"T_max": 5}"#, #"spec at {: the scheduler has no “type”; for example, "type": "CosineAnnealingLR""#),
    (#"{"type": 5}"#, "spec at 5: “type” must be a string, not a number"),
    (
      #"{"type": "CosineAnealingLR"}"#,
      #"kind at "CosineAnealingLR": unknown scheduler “CosineAnealingLR”; did you mean “CosineAnnealingLR”?"#
    ),
    (
      #"{"type": "transmogrify"}"#,
      #"kind at "transmogrify": unknown scheduler “transmogrify”; `lrplot kinds` lists the kinds"#
    ),
    ("[]", "spec at []: “scheduler” needs at least one scheduler"),
    (
      #"[{"type": "cosine", "T_max": 5}, null]"#, "spec at null: a scheduler is an object, not null"
    ),
  ])
  func `says of a scheduler`(scheduler: String, expected: String) {
    #expect(complaints(aboutFile: file(scheduler)) == [expected])
  }

  @Test func `steps per epoch unless a scheduler says otherwise`() throws {
    let intervals = { (scheduler: String) in try spec(self.file(scheduler)).plans[0].nodes.map(\.interval) }
    let cosine = { (more: String) in #"{"type": "cosine", "T_max": 5\#(more)}"# }
    #expect(try intervals(cosine("")) == [.epoch])
    #expect(try intervals(cosine(#", "interval": "epoch""#)) == [.epoch])
    #expect(try intervals("[\(cosine(#", "interval": "step""#)), \(cosine(""))]") == [.step, .epoch])
  }

  @Test(arguments: [
    (
      #""epochs""#,
      #"value at "epochs": “interval” must be “epoch”, “step”, or an object, not “epochs”; did you mean “epoch”?"#
    ),
    ("1", "value at 1: “interval” must be “epoch” or “step”, not 1"),
    ("null", "value at null: “interval” must be “epoch” or “step”, not null"),
  ])
  func `knows two intervals`(interval: String, expected: String) {
    let json = file(#"{"type": "cosine", "T_max": 5, "interval": \#(interval)}"#)
    #expect(complaints(aboutFile: json) == [expected])
  }

  @Test func `steps what watches a metric every epoch`() throws {
    let metric = #", "metric": 1"#
    #expect(try spec(file(#"{"type": "plateau"}"#, metric)).plans[0].nodes.map(\.interval) == [.epoch])
  }

  @Test(arguments: [
    (#""interval": "step""#, Cadence(.step)), (#""interval": {"steps": 500}"#, Cadence(.step, every: 500)),
    (#""interval": {"epochs": 2}, "times": 3"#, Cadence(.epoch, every: 2, times: 3)),
    (#""times": 4"#, Cadence(.epoch, times: 4)),
  ])
  func `reads how often turns come, and how many steps each has`(keys: String, cadence: Cadence) throws {
    let scheduler = #"{"type": "cosine", "T_max": 5, \#(keys)}"#
    #expect(try spec(file(scheduler)).plans[0].nodes.map(\.cadence) == [cadence])
  }

  @Test(arguments: [
    (#""interval": {}"#, "value at {}: “interval” has either “steps” or “epochs”; {\"steps\": 500}, for example"),
    (
      #""interval": {"steps": 5, "epochs": 1}"#,
      #"value at {"steps": 5, "epochs": 1}: “interval” has either “steps” or “epochs”; {"steps": 500}, for example"#
    ), (#""interval": {"steps": 0}"#, "value at 0: “steps” must be at least 1 and at most 10¹², not 0"),
    (#""interval": {"step": 5}"#, #"spec at "step": “interval” has no key “step”; did you mean “steps”?"#),
    (#""times": 0"#, "value at 0: “times” must be between 1 and 10000, not 0"),
  ])
  func `refuses turns that cannot be`(keys: String, expected: String) {
    let complaints = complaints(aboutFile: file(#"{"type": "cosine", "T_max": 5, \#(keys)}"#))
    #expect(complaints.first == expected)
  }

  @Test func `refuses an interval inside a combinator`() {
    let json = file(#"{"type": "chained", "schedulers": [{"type": "cosine", "T_max": 5, "interval": "step"}]}"#)
    #expect(
      complaints(aboutFile: json) == [
        #"param at "interval": CosineAnnealingLR has no parameter “interval”; "#
          + "only a scheduler at the top level says when it is stepped"
      ])
  }

  @Test func `labels a node by its short name`() throws {
    let node = try Stepping(#"{"type": "CosineAnnealingLR", "T_max": 5}"#).node
    #expect(node.name == "CosineAnnealingLR" && node.label == "cosine")
    #expect(node.phases == [Phase(start: 0, motion: .moves, label: "cosine")])
  }
}
