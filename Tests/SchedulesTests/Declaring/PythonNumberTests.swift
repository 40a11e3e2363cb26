import Diagnostics
import JSON
import Testing
import Text

@testable import Schedules

@Suite struct PythonNumberTests {
  private func number(_ text: String) throws -> PythonNumber? {
    var reading = Reading()
    return PythonNumber.read(try Scanner.read(Source(name: "test", bytes: Bytes(text.utf8))), &reading)
  }

  @Test(
    arguments: [
      ("3", 3, true), ("-2", -2, true), ("3.0", 3, false), ("1e3", 1000, false), ("0.5", 0.5, false),
      ("9007199254740993", 9_007_199_254_740_992, true), ("9007199254740995", 9_007_199_254_740_996, false),
    ] as [(String, Double, Bool)])
  func `is an int where Python would read one`(text: String, value: Double, isInteger: Bool) throws {
    #expect(try number(text) == PythonNumber(value: value, isInteger: isInteger))
  }

  @Test(arguments: [("3", "3"), ("3.0", "3.0"), ("0.5", "0.5")])
  func `is shown as it was`(text: String, shown: String) throws {
    #expect(try number(text)?.shown == shown)
  }

  @Test(arguments: ["null", "true", "\"3\"", "[3]", "1e999"])
  func `is no other value`(text: String) throws {
    #expect(try number(text) == nil)
  }
}
