import Testing

@testable import Schedules

@Suite struct ParameterTests {
  @Test func `says which one is missing, and what it means`() {
    #expect(
      complaints(aboutScheduler: #"{"type": "cosine"}"#) == [
        #"param at "cosine": CosineAnnealingLR needs “T_max”; "#
          + "“T_max”: Epochs from the base rate to eta_min: half a period."
      ])
  }

  @Test func `tells every one that is missing or wrong`() {
    let json = #"{"type": "CyclicLR", "gamma": "x", "mode": 3, "max_lr": true, "zz": 1}"#
    #expect(
      complaints(aboutScheduler: json).map { String($0.prefix { $0 != ";" && $0 != ":" }) } == [
        #"param at "CyclicLR""#, #"value at "x""#, "value at 3", "value at true", #"param at "zz""#,
      ])
  }

  @Test(arguments: [
    ("1.5", "“factor” must be between 0 and 1, not 1.5"), ("2", "“factor” must be between 0 and 1, not 2"),
    ("-1e-7", "“factor” must be between 0 and 1, not -1e-07"),
  ])
  func `says what its bounds are`(value: String, message: String) {
    #expect(
      complaints(aboutScheduler: #"{"type": "ConstantLR", "factor": \#(value)}"#) == ["value at \(value): \(message)"])
  }

  @Test func `shows numbers as people write them`() {
    let shown = [50, 0.1, 1e-6, -3, 0, 1e9, 123_456_789].map(Shown.number)
    #expect(shown == ["50", "0.1", "1e-06", "-3", "0", "1000000000", "123456789"])
  }

  @Test func `describes itself`() throws {
    let parameters = try #require(Catalogue.kind(named: "onecycle")).declaration.parameters
    #expect(parameters.map(\.name).prefix(5) == ["max_lr", "total_steps", "epochs", "steps_per_epoch", "pct_start"])
    #expect(parameters.last?.name == "last_epoch")
    #expect(parameters.map(\.isRequired).prefix(3) == [true, false, false])
    #expect(parameters.map(\.standard).prefix(6) == [nil, "null", "null", "null", "0.3", "\"cos\""])
    #expect(parameters[0].valueType == .perGroup(.number) && parameters[1].valueType == .optional(.integer))
  }
}
