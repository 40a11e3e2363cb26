import Testing

@testable import Schedules

@Suite struct PerGroupTests {
  @Test(arguments: [
    ("[1]", "“swa_lr” has 1 value, but there are 2 param groups"),
    ("[1, 2, 3]", "“swa_lr” has 3 values, but there are 2 param groups"),
    ("[]", "“swa_lr” has 0 values, but there are 2 param groups"),
  ])
  func `counts its elements`(value: String, message: String) throws {
    let json = #"{"type": "SWALR", "swa_lr": \#(value)}"#
    #expect(complaints(aboutScheduler: json, optimizer: try twoGroups()).map { $0.contains(message) } == [true])
    #expect(refusal(json, optimizer: try twoGroups()) == "value at \(value)")
  }

  @Test func `takes one element for one group`() {
    #expect(refusal(#"{"type": "SWALR", "swa_lr": [1]}"#) == "nothing")
    #expect(
      complaints(aboutScheduler: #"{"type": "SWALR", "swa_lr": [1, 2]}"#) == [
        "value at [1, 2]: “swa_lr” has 2 values, but there is 1 param group"
      ])
  }

  @Test func `shows one value for all as that value`() {
    #expect(PerGroup(0.85).shown == "0.85")
    #expect(PerGroup<Double>.valueType.words == "a number, or an array of one for each param group")
  }
}
