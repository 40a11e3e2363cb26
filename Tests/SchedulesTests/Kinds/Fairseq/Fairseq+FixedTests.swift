import Testing

@testable import Schedules

@Suite struct FairseqFixedTests {
  @Test func `does not lose its first update`() throws {
    let rates = try Stepping.rates(#"{"type": "fairseq.fixed", "warmup_updates": 4}"#, count: 6)
    #expect(rates == [0.25, 0.5, 0.75, 1, 1, 1])
  }

  @Test func `takes a rate for each epoch, and anneals the last`() throws {
    let json = #"{"type": "fairseq.fixed", "lrs": [0.4, 0.2], "force_anneal": 3, "lr_shrink": 0.5}"#
    let file = try spec(#"{"epochs": 4, "steps_per_epoch": 2, "scheduler": \#(json)}"#)
    #expect(try fileRates(file) == [0.4, 0.4, 0.2, 0.2, 0.1, 0.1, 0.05, 0.05])
  }

  @Test(arguments: [#""lrs": [0.4, 0.2]"#, #""force_anneal": 3"#])
  func `needs to know what an epoch is`(parameters: String) {
    #expect(throws: ScheduleError.self) {
      try Schedule(json: #"{"scheduler": {"type": "fairseq.fixed", \#(parameters)}}"#)
    }
  }

  @Test func `refuses an empty list`() {
    #expect(refusal(#"{"type": "fairseq.fixed", "lrs": []}"#) == "value at []")
  }
}
