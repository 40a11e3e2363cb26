import Foundation
import TestSupport
import Testing

@testable import Charts

@Suite struct LogarithmicTicksTests {
  private func labels(_ low: Double, _ high: Double, length: Double = 290) -> [String] {
    LogarithmicTicks.covering(low, high, length: length).all.map(\.label)
  }

  @Test
  func `ranges that people plot`() {
    #expect(labels(1e-6, 0.1) == ["1e-6", "1e-5", "1e-4", "1e-3", "1e-2", "1e-1"])
    #expect(labels(0.001, 1) == ["0.001", "0.01", "0.1", "1"])
    #expect(labels(0.01, 0.1).count >= 3)
    #expect(labels(2e-5, 5e-5, length: 120) == ["2e-5", "3e-5", "4e-5", "5e-5"])
  }

  @Test
  func `the highest decade is labelled where some have to be left out`() {
    for exponent in -16...0 {
      #expect(labels(Double("1e\(exponent - 13)") ?? 0, Double("1e\(exponent)") ?? 0).last == "1e\(exponent)")
    }
    #expect(labels(1e-10, 0.06).last == "1e-1" || labels(1e-10, 0.06).last == "1e-2")
  }

  @Test
  func `any range has at least two ticks inside the axis, exact and ascending`() {
    var random = Random(seed: 2)
    for _ in 0..<20_000 {
      let low = pow(10, random.number(in: -12...12))
      let high = low * pow(10, random.number(in: 0...1) < 0.5 ? random.number(in: 0...1) : random.number(in: 0...24))
      let length = random.number(in: 40...900)
      let ticks = LogarithmicTicks.covering(low, high, length: length)
      let values = ticks.all.map(\.value)
      let what: Comment = "\(low)…\(high) on \(length): \(ticks.all.map(\.label))"
      #expect((2...12).contains(values.count), what)
      #expect(ticks.all.map { Double($0.label) } == values, what)
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, what)
      #expect(values.allSatisfy { $0 >= ticks.low * (1 - 1e-9) && $0 <= ticks.high * (1 + 1e-9) }, what)
      #expect(ticks.low > 0 && ticks.low <= low * (1 + 1e-6) && ticks.high >= high * (1 - 1e-6), what)
      #expect(Set(ticks.all.map { $0.label.contains("e") }).count == 1, what)
    }
  }

  @Test
  func `no range of doubles is too odd for an axis`() {
    let numbers: [Double] = [
      .nan, .infinity, -.infinity, 0, -1, 1, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e-300, 1e300,
    ]
    for low in numbers {
      for high in numbers {
        for length in [.nan, -1, 0, 1, 1e9] {
          let ticks = LogarithmicTicks.covering(low, high, length: length)
          #expect(ticks.all.count >= 2 && ticks.low > 0 && ticks.low < ticks.high, "\(low) \(high) \(length)")
        }
      }
    }
  }
}
