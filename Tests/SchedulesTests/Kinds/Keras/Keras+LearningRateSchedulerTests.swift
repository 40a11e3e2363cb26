import Testing

@testable import Schedules

@Suite struct KerasLearningRateSchedulerTests {
  private func json(_ schedule: String) -> String {
    #"{"type": "keras.LearningRateScheduler", "schedule": "\#(schedule)"}"#
  }

  @Test func `gives the rate of the function, whatever the optimizer's`() throws {
    #expect(try Stepping.rates(json("0.5 ** epoch"), count: 4, lr: 7) == [1, 0.5, 0.25, 0.125])
  }

  @Test(arguments: ["lr if epoch < 2 else lr / 2", "lambda e, rate: rate if e < 2 else rate / 2"])
  func `knows the rate before, at first the optimizer's`(schedule: String) throws {
    #expect(try Stepping.rates(json(schedule), count: 5, lr: 8) == [8, 8, 4, 2, 1])
  }

  @Test(arguments: [("lambda epoch: lr", "expression at lr"), ("lambda a, b, c: 1", "expression at ,")])
  func `knows no other names`(schedule: String, expected: String) {
    #expect(refusal(json(schedule)) == expected)
    #expect(refusal(#"{"type": "LambdaLR", "lr_lambda": "lr"}"#) == "expression at lr")
  }

  @Test func `is stepped each epoch`() throws {
    #expect(try Stepping(json("0.1")).node.scheduler.interval == .epoch)
  }

  @Test func `refuses what fails`() {
    #expect(refusal(json("1 / (epoch - 2)"), steps: 3) == "run at /")
  }
}
