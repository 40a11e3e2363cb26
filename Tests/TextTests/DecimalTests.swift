import Testing
import Text

@Suite struct DecimalTests {
  private func written(_ write: (inout Bytes) -> Void) -> String {
    var bytes = Bytes("<".utf8)
    write(&bytes)
    return String(bytes.text.dropFirst())
  }

  @Test(arguments: [0, 1, -1, 9, 10, 99, 100, -10, 1_234_567_890, .max, .min, .min + 1])
  func `an integer is written as Swift describes it`(value: Int) {
    #expect(written { Decimal.append(value, to: &$0) } == value.description)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (100, "100.0"), (1e-7, "1e-07"), (0.30000000000000004, "0.30000000000000004"), (-0.0, "0.0"),
      (0, "0.0"),
      (1e16, "1e+16"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.leastNonzeroMagnitude, "5e-324"), (-2.5, "-2.5"),
      (.infinity, "inf"), (-.infinity, "-inf"),
    ] as [(Double, String)])
  func `the shortest decimal reads back`(value: Double, expected: String) {
    let text = written { Decimal.append(shortest: value, to: &$0) }
    #expect(text == expected)
    #expect(Double(text) == value)
  }

  @Test func `NaN is written, not trapped on`() {
    #expect(written { Decimal.append(shortest: .nan, to: &$0) } == "nan")
  }

  @Test(
    arguments: [
      ("0", 0, true), ("-0", 0, true), ("12", 12, true), ("-12", -12, true), ("0.5", 0.5, false), ("1e3", 1000, false),
      ("1E+3", 1000, false), ("1.25e-2", 0.0125, false), ("0e0", 0, false), ("-0.0", 0, false),
      ("9007199254740993", 0x1p53, true),
      ("1e400", .infinity, false), ("-1e400", -.infinity, false), ("1e-400", 0, false), ("0.1e00001", 1, false),
    ] as [(String, Double, Bool)])
  func `JSON's numbers are read`(text: String, expected: Double, isInteger: Bool) throws {
    let (value, whole) = try #require(Decimal.read(Bytes(text.utf8)[...]))
    #expect(value == expected)
    #expect(whole == isInteger)
  }

  @Test(arguments: [
    "", "-", "+1", "01", "-01", "00", ".5", "5.", "-.5", "1.e1", "1e", "1e+", "1e-", "1E+-1", "0x10", "0x1p3", "inf",
    "nan",
    "NaN", "Infinity", "-Infinity", "1_000", " 1", "1 ", "1,0", "--1", "1e1.5", "1.2.3", "١", "1e５", "1\0",
  ])
  func `nothing else is`(text: String) {
    #expect(Decimal.read(Bytes(text.utf8)[...]) == nil)
  }
}
