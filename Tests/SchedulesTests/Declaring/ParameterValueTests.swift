import Testing

@testable import Schedules

@Suite struct ParameterValueTests {
  private func first(_ json: String) -> String { complaints(aboutScheduler: json).first ?? "nothing" }

  @Test(arguments: [
    ("true", "a boolean"), ("null", "null"), (#""x""#, "a string"), ("[0.5]", "an array"), ("{}", "an object"),
  ])
  func `a number is nothing else`(value: String, sort: String) {
    #expect(
      first(#"{"type": "ExponentialLR", "gamma": \#(value)}"#)
        == "value at \(value): “gamma” must be a number, not \(sort)")
  }

  @Test(arguments: ["1e400", "-1e400", "1e99999999999"])
  func `a number is one that a double can hold`(value: String) {
    #expect(
      first(#"{"type": "ExponentialLR", "gamma": \#(value)}"#)
        == "value at \(value): “gamma” is beyond the range of a double")
  }

  @Test(arguments: [
    ("2.5", "“T_0” must be an integer, not 2.5"),
    (#""3""#, "“T_0” must be an integer, not a string; without quotes: 3"),
    ("1000000000000001", "“T_0” is beyond ±10¹⁵"),
    ("99999999999999999999999999", "“T_0” is beyond ±10¹⁵"),
  ])
  func `an integer is a whole number`(value: String, message: String) {
    #expect(first(#"{"type": "warm-restarts", "T_0": \#(value)}"#) == "value at \(value): \(message)")
  }

  @Test(arguments: ["10", "10.0", "1e1", "1.0E+1"])
  func `a whole number is an integer in any spelling`(value: String) {
    #expect(first(#"{"type": "warm-restarts", "T_0": \#(value)}"#) == "nothing")
  }

  @Test func `an integer beyond a double is refused`() {
    let huge = String(repeating: "9", count: 400)
    #expect(first(#"{"type": "warm-restarts", "T_0": \#(huge)}"#).hasSuffix("“T_0” is beyond ±10¹⁵"))
  }

  @Test func `a float is written with a point`() {
    let json = #"{"type": "onecycle", "max_lr": 1, "total_steps": 10, "pct_start": "#
    #expect(
      first(json + "1}")
        == "value at 1: “pct_start” must be a number with a decimal point, as torch wants a float here; write 1.0")
    #expect(first(json + "1.0}") == "nothing")
    #expect(first(json + "3e-1}") == "nothing")
    #expect(first(json + "true}").hasPrefix("value at true"))
  }

  @Test func `a boolean is true or false`() {
    let json = #"{"type": "onecycle", "max_lr": 1, "total_steps": 10, "three_phase": "#
    #expect(first(json + "1}") == "value at 1: “three_phase” must be true or false, not 1")
    #expect(first(json + "true}") == "nothing")
  }

  @Test func `a word is one of a few, spelled exactly`() {
    let json = #"{"type": "SWALR", "swa_lr": 0.1, "anneal_strategy": "#
    #expect(
      first(json + #""Cos"}"#)
        == #"value at "Cos": “anneal_strategy” must be “cos” or “linear”, not “Cos”; did you mean “cos”?"#)
    #expect(first(json + "1}") == "value at 1: “anneal_strategy” must be “cos” or “linear”, not 1")
  }

  @Test func `null is as good as nothing where nothing is the default`() {
    let json = #"{"type": "cyclic", "base_lr": 0.1, "max_lr": 1, "step_size_down": null, "scale_fn": null}"#
    #expect(first(json) == "nothing")
    #expect(first(#"{"type": "cyclic", "base_lr": 0.1, "max_lr": 1, "step_size_up": null}"#).hasPrefix("value at null"))
  }

  @Test func `an array is reported at the element that is wrong`() {
    #expect(
      first(#"{"type": "multistep", "milestones": [1, 2, "3"]}"#)
        == #"value at "3": “milestones” must be a number, not a string; without quotes: 3"#)
    #expect(
      first(#"{"type": "multistep", "milestones": 3}"#)
        == "value at 3: “milestones” must be an array, each element a number, not 3; in brackets: [3]")
  }
}
