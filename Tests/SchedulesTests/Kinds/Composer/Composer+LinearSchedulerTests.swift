import Testing

@testable import Schedules

@Suite struct ComposerLinearSchedulerTests {
  @Test func `falls to zero over the training`() throws {
    let json = #"{"type": "composer.LinearScheduler"}"#
    expect(try Stepping.rates(json, count: 5, runLength: 5), near: [1, 1, 0.8, 0.6, 0.4])
  }

  @Test func `is scaled by the trainer's ratio, and then holds`() throws {
    let json =
      #"{"type": "composer.LinearScheduler", "alpha_i": 0.5, "alpha_f": 1, "t_max": "4ba", "scale_schedule_ratio": 0.5}"#
    expect(try Stepping.rates(json, count: 5), near: [0.5, 0.5, 0.75, 1, 1])
  }

  @Test func `refuses a schedule of no length, and a ratio of nothing`() throws {
    #expect(refusal(#"{"type": "composer.linear", "t_max": "0dur"}"#) == #"run at "composer.linear""#)
    #expect(refusal(#"{"type": "composer.linear", "scale_schedule_ratio": 0}"#) == #"value at 0"#)
  }
}
