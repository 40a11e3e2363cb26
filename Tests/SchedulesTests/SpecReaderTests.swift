import Testing

@testable import Schedules

@Suite struct SpecReaderTests {
  private static let cosine = #"{"type": "cosine", "T_max": 50}"#
  private static let exponential = #"{"type": "exponential", "gamma": 0.9}"#

  @Test(arguments: [
    (cosine, 50), (exponential, 100), (#"{"type": "linear"}"#, 5), (#"{"type": "constant", "total_iters": 7}"#, 7),
    (#"{"type": "polynomial", "total_iters": 8.5}"#, 9), (#"{"type": "onecycle", "max_lr": 1, "total_steps": 30}"#, 30),
    (#"{"type": "multistep", "milestones": [30, 81]}"#, 122), (#"{"type": "multistep", "milestones": []}"#, 100),
    (#"{"type": "step", "step_size": 30}"#, 100), (#"{"type": "cosine", "T_max": 0}"#, 100),
    (#"{"type": "sequential", "milestones": [5, 10], "schedulers": [\#(exponential), \#(cosine), \#(cosine)]}"#, 60),
    (#"{"type": "sequential", "milestones": [5], "schedulers": [\#(cosine), \#(exponential)]}"#, 100),
    (#"{"type": "chained", "schedulers": [\#(exponential), {"type": "linear"}, \#(cosine)]}"#, 50),
    (#"[{"type": "linear"}, \#(cosine), \#(exponential)]"#, 50),
  ])
  func `runs as long as the schedule is`(scheduler: String, epochs: Int) throws {
    #expect(try spec(#"{"scheduler": \#(scheduler)}"#).epochs == epochs)
    #expect(try spec(#"{"scheduler": \#(scheduler), "epochs": 17}"#).epochs == 17)
  }

  @Test func `counts a length in steps as epochs, rounded up`() throws {
    let stepped = #"{"type": "cosine", "T_max": 50, "interval": "step"}"#
    #expect(try spec(#"{"scheduler": \#(stepped), "steps_per_epoch": 20}"#).epochs == 3)
    #expect(try spec(#"{"scheduler": \#(Self.cosine), "steps_per_epoch": 20}"#).epochs == 50)
    #expect(try spec(#"{"scheduler": [\#(stepped), {"type": "linear"}], "steps_per_epoch": 20}"#).epochs == 5)
  }

  @Test func `runs as long as its list of metric values, when the schedule has no length`() throws {
    let metric = #""metric": {"values": [1, 2, 3]}"#
    #expect(try spec(#"{"scheduler": {"type": "plateau"}, \#(metric)}"#).epochs == 3)
    #expect(try spec(#"{"scheduler": {"type": "plateau"}, "metric": 1}"#).epochs == 100)
    #expect(try spec(#"{"scheduler": {"type": "plateau"}, "metric": {"expression": "x"}}"#).epochs == 100)
  }

  @Test(arguments: [
    ("null", "“epochs” must be an integer, not null"), ("0", "“epochs” must be at least 1 and at most 10¹², not 0"),
    ("-1", "at least 1 and at most 10¹²"),
    ("2.5", "“epochs” must be an integer, not 2.5"), (#""5""#, "an integer"), ("1e400", "beyond"),
    ("9999999999999", "at least 1 and at most 10¹²"), ("99999999999999999999", "beyond"),
  ])
  func `refuses a number of epochs`(epochs: String, message: String) {
    let found = complaints(aboutFile: #"{"scheduler": \#(Self.cosine), "epochs": \#(epochs)}"#)
    #expect(found.count == 1 && found[0].hasPrefix("value at \(epochs): "), "\(found)")
    #expect(found.allSatisfy { $0.contains(message) }, "\(found)")
  }

  @Test func `bounds the size of a run`() {
    let size = { (epochs: Int, steps: Int, more: String) in
      complaints(
        aboutFile:
          #"{"epochs": \#(epochs), "steps_per_epoch": \#(steps), "scheduler": \#(Self.cosine)\#(more)}"#)
    }
    let groups = #", "optimizer": {"param_groups": [{}, {}]}"#
    #expect(size(20_000_000, 1, "") == [])
    #expect(size(4000, 5000, "") == [])
    #expect(size(10_000_000, 1, groups) == [])
    #expect(
      size(20_000_001, 1, "") == [
        "value at 20000001: the run would hold more than 2·10⁷ values: 20000001 epochs × 1 step × 1 value; "
          + "give the run fewer “epochs”"
      ])
    #expect(size(4001, 5000, "").map { $0.prefix(13) } == ["value at 4001"])
    #expect(size(10_000_001, 1, groups).count == 1)
    #expect(size(1_000_000_000_000, 1_000_000_000_000, "").count == 1)
  }

  @Test func `counts momentum among the values of a run`() {
    let cyclic = #"{"type": "cyclic", "base_lr": 0.1, "max_lr": 1}"#
    #expect(complaints(aboutFile: #"{"epochs": 10000000, "scheduler": \#(cyclic)}"#) == [])
    #expect(complaints(aboutFile: #"{"epochs": 10000001, "scheduler": \#(cyclic)}"#).count == 1)
  }

  @Test func `points at the scheduler whose own length is too much`() {
    let found = complaints(aboutFile: #"{"scheduler": {"type": "cosine", "T_max": 1e300}}"#)
    #expect(found.count == 1 && found[0].hasPrefix(#"value at {"type": "cosine", "T_max": 1e300}: "#), "\(found)")
  }

  @Test func `refuses a watcher without a metric`() {
    let found = complaints(aboutFile: #"{"scheduler": [\#(Self.cosine), {"type": "plateau"}]}"#)
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix(
        #"spec at "plateau": ReduceLROnPlateau watches a metric, and there is none; "metric": 0.5"#))
  }

  @Test func `wants a value of the metric for every epoch but the last`() {
    let run = { (epochs: Int, keys: String) in
      complaints(aboutFile: #"{"epochs": \#(epochs), "metric": {"values": [1, 2, 3]}, \#(keys)}"#)
    }
    for keys in [#""scheduler": {"type": "plateau"}"#, #""scheduler": \#(Self.cosine)"#] {
      #expect(run(3, keys) == [] && run(4, keys) == [] && run(1, keys) == [])
      #expect(
        run(5, keys) == [
          #"value at {"values": [1, 2, 3]}: the metric has 3 values, and 5 epochs need 4 or more"#
        ])
    }
  }

  @Test(arguments: ["-9223372036854775808", "9223372036854775808", "-1e308", "1e400"])
  func `refuses numbers at the ends of what a machine can count, and does not trap`(number: String) {
    for place in [#""epochs""#, #""steps_per_epoch""#, #""title""#, #""description""#, #""optimizer""#] {
      let json = #"{\#(place): \#(number), "scheduler": {"type": "plateau", "patience": 5}}"#
      #expect(!complaints(aboutFile: json).isEmpty)
    }
  }
}
