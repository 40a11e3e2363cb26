import Testing

@testable import Schedules

@Suite struct KerasLearningRateSchedulerTests {
  private func json(_ schedule: String) -> String {
    #"{"type": "keras.LearningRateScheduler", "schedule": "\#(schedule)"}"#
  }

  @Test func `gives the rate of the function, whatever the optimizer's`() throws {
    #expect(try Stepping.rates(json("0.5 ** epoch"), count: 4, lr: 7) == [1, 0.5, 0.25, 0.125])
  }

  @Test func `is stepped each epoch`() throws {
    #expect(try Stepping(json("0.1")).node.scheduler.interval == .epoch)
  }

  @Test func `refuses what fails`() {
    #expect(refusal(json("1 / (epoch - 2)"), steps: 3) == "run at /")
  }
}
