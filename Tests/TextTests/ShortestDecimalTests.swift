import TestSupport
import Testing

@testable import Text

/// The text must be that of `Double.description`, character for character, whoever writes it.
@Suite struct ShortestDecimalTests {
  private func written(_ value: Double) -> String {
    var bytes = Bytes()
    Decimal.append(shortest: value, to: &bytes)
    return bytes.text
  }

  /// Counts what is written differently, and tells the first few: an expectation a value would take most of the time.
  private func expectDescriptions(_ values: some Sequence<Double>, _ comment: Comment) {
    let wrong = values.lazy.filter { written($0) != $0.description }.prefix(5)
    #expect(Array(wrong) == [], comment)
  }

  @Test(arguments: [1 as UInt64, 2, 3, 4])
  func `any double is written as Swift describes it`(seed: UInt64) {
    var random = Random(seed: seed)
    expectDescriptions((0..<20_000).map { _ in Double(bitPattern: random.next()) }, "any bits")
    expectDescriptions((0..<20_000).map { _ in Double.random(in: 0...1, using: &random) }, "rates")
    expectDescriptions((0..<20_000).map { _ in -Double.random(in: 0...1e-6, using: &random) }, "small ones below zero")
    expectDescriptions(
      (0..<20_000).map { _ in
        Double(
          sign: .plus, exponent: Int.random(in: -33...54, using: &random),
          significand: Double.random(in: 1..<2, using: &random))
      }, "every magnitude")
    expectDescriptions(
      (0..<20_000).map { _ in
        let places = (0..<Int.random(in: 0...12, using: &random)).reduce(1.0) { value, _ in value * 10 }
        return Double(Int.random(in: 0...99_999_999, using: &random)) / places
      }, "short decimals")
    expectDescriptions((0..<5_000).map { _ in Double(Int.random(in: 0...1 << 54, using: &random)) / 4 }, "quarters")
  }

  @Test func `around every power of two it is too`() {
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      let others = [power.nextUp, power.nextDown, power * 1.5, power.nextUp.nextUp, power.nextDown.nextDown]
      expectDescriptions([power, -power] + others, "2^\(exponent)")
    }
  }

  @Test func `around every power of ten it is too`() throws {
    for exponent in -323...308 {
      for digits in ["1", "2", "5", "9", "99", "999999", "1.5", "1.2345678901234567"] {
        let value = try #require(Double("\(digits)e\(exponent)"))
        expectDescriptions([value, value.nextUp, value.nextDown, -value], "\(digits)e\(exponent)")
      }
    }
  }

  @Test func `counts of thousandths are too`() {
    expectDescriptions((0..<20_000).lazy.map { Double($0) / 1000 }, "divided")
    expectDescriptions((0..<20_000).lazy.map { Double($0) * 0.001 }, "multiplied")
  }

  @Test func `rates are in its range, and what is not is left to Swift`() {
    for value in [5e-10, 1e-9, 0.1, 1, 100, 1e15, 0x1p52 - 1] { #expect(ShortestDecimal(value) != nil) }
    for value in [0, .leastNonzeroMagnitude, 1e-10, 0x1p52, 1e300, .infinity, .nan] {
      #expect(ShortestDecimal(value) == nil)
    }
  }
}
