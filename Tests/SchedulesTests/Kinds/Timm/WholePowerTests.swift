import Testing

@testable import Schedules

@Suite struct WholePowerTests {
  /// What Python 3 prints for `a ** k / b ** k` and `float(a ** k)`; the last is none where it overflows.
  @Test(
    arguments: [
      (7, 9, 40, 4.307459700571232e-05, 6.366805760909028e+33),
      (1234, 1999, 6, 0.05533681939241748, 3.530945043777457e+18),
      (250_000, 300_001, 3, 0.5786979167052467, 1.5625e+16), (50, 60, 400, 2.1256980833223663e-32, nil),
      (9999, 10_000, 5, 0.9995000999900004, 9.995000999900004e+19), (3, 90, 400, 0.0, 7.055079108655333e+190),
      (19_999_999, 20_000_000, 5, 0.999999750000025, 3.19999920000008e+36), (3, 4, 2, 0.5625, 9), (0, 5, 3, 0, 0),
      (5, 7, 0, 1, 1),
    ] as [(Double, Double, Double, Double, Double?)])
  func `of ints is exact, and rounded once`(a: Double, b: Double, k: Double, quotient: Double, power: Double?) throws {
    let (first, second) = (try WholePower(a, k, areIntegers: true), try WholePower(b, k, areIntegers: true))
    #expect(try first.quotient(by: second, "b") == quotient)
    #expect((try? first.double) == power)
  }

  @Test func `of anything else is Python's power of doubles`() throws {
    let (first, second) = (try WholePower(7, 1.5, areIntegers: false), try WholePower(9, 1.5, areIntegers: false))
    #expect(try first.double == (try Python.power(7, 1.5)))
    #expect(try first.quotient(by: second, "b") == (try Python.power(7, 1.5)) / (try Python.power(9, 1.5)))
    #expect(throws: (any Error).self) { try WholePower(0, -1, areIntegers: true) }
    #expect(throws: (any Error).self) { try WholePower(-0.5, 0.5, areIntegers: false) }
    #expect(throws: (any Error).self) { try WholePower(50, 400, areIntegers: false) }
  }
}
