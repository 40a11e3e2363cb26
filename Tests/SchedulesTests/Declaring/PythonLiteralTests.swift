import Testing

@testable import Schedules

@Suite struct PythonLiteralTests {
  @Test(arguments: [
    ("1", 1.0), ("-2.5", -2.5), ("1e3", 1000), ("+.5", 0.5), ("5.", 5), ("1_000.5", 1000.5), ("\t7\n", 7),
  ])
  func `reads what float() reads`(text: String, value: Double) { #expect(PythonLiteral.float(text) == value) }

  @Test(arguments: ["", " ", "0x1", "inf", "nan", "1__0", "_1", "1_", "1e", "1 2", "1e999", "--1", "1,5", "١"])
  func `refuses`(text: String) { #expect(PythonLiteral.float(text) == nil) }
}
