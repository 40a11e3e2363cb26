import Foundation
import TestSupport
import Testing

@testable import Charts

@Suite struct LinearTicksTests {
  private func labels(_ low: Double, _ high: Double, wanted: Int = 6) -> [String] {
    LinearTicks.covering(low, high, wanted: wanted).all.map(\.label)
  }

  @Test
  func `ranges that people plot`() {
    #expect(labels(0, 0.1) == ["0.00", "0.02", "0.04", "0.06", "0.08", "0.10"])
    #expect(labels(0, 1) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(2e-5, 5e-5, wanted: 4) == ["2e-5", "3e-5", "4e-5", "5e-5"])
    #expect(labels(0, 0.001) == ["0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010"])
    #expect(labels(0, 3e-4, wanted: 4) == ["0", "1e-4", "2e-4", "3e-4"])
    #expect(
      labels(1e-4, 1.0001e-4) == ["1e-4", "1.00002e-4", "1.00004e-4", "1.00006e-4", "1.00008e-4", "1.0001e-4"])
    #expect(labels(0, 1e-4) == ["0", "2e-5", "4e-5", "6e-5", "8e-5", "1e-4"])
    #expect(labels(0, 2.5e-5) == ["0", "5e-6", "1e-5", "1.5e-5", "2e-5", "2.5e-5"])
    #expect(labels(0, 50_000) == ["0", "1e4", "2e4", "3e4", "4e4", "5e4"])
    #expect(labels(-1, 1, wanted: 5) == ["-1.0", "-0.5", "0.0", "0.5", "1.0"])
    #expect(labels(0, 100, wanted: 5) == ["0", "25", "50", "75", "100"])
  }

  @Test
  func `any range has ticks that are distinct, exact, evenly spaced, in one notation and around it`() {
    var random = Random(seed: 1)
    for trial in 0..<20_000 {
      let magnitude = pow(10, random.number(in: -12...12))
      let span = magnitude * pow(10, random.number(in: -8...0.5))
      let low = trial % 3 == 0 ? 0 : random.number(in: -magnitude...magnitude)
      let high = low + span
      let wanted = 3 + trial % 6
      let ticks = LinearTicks.covering(low, high, wanted: wanted)
      checkLaws(ticks, covering: low...high)
    }
  }

  private func checkLaws(_ ticks: Ticks, covering range: ClosedRange<Double>) {
    let labels = ticks.all.map(\.label)
    let values = ticks.all.map(\.value)
    let step = (ticks.high - ticks.low) / Double(max(1, values.count - 1))
    let what: Comment = "\(range): \(labels)"
    #expect((3...9).contains(values.count), what)
    #expect(Set(labels).count == labels.count, what)
    #expect(labels.map { Double($0) } == values, what)
    #expect(zip(values, values.dropFirst()).allSatisfy { abs($1 - $0 - step) <= 1e-4 * step }, what)
    #expect(ticks.low <= range.lowerBound + 1e-5 * step && ticks.high >= range.upperBound - 1e-5 * step, what)
    #expect(ticks.low == values.first && ticks.high == values.last, what)
    // One notation: the same decimals, or one digit before the point and an exponent, zero apart.
    let nonzero = labels.filter { $0 != "0" }.map { $0.split(separator: "e") }
    #expect(Set(nonzero.map(\.count)).count <= 1, what)
    if nonzero.first?.count == 2 {
      #expect(nonzero.allSatisfy { (1..<10).contains(abs(Double($0[0]) ?? 0)) }, what)
    } else {
      #expect(Set(nonzero.map { $0[0].split(separator: ".").dropFirst().first?.count ?? 0 }).count <= 1, what)
    }
    #expect(labels.allSatisfy { $0.count <= 18 && !$0.contains("+") && !$0.hasPrefix("-0.0e") }, what)
    let isPlain = values.allSatisfy { $0 == 0 || (abs($0) >= 1e-3 && abs($0) < 1e4) }
    let hasExponents = labels.contains { $0.contains("e") }
    #expect(!isPlain || !hasExponents, what)
    // Four decimals at most, where the largest is 10⁻³ or more.
    #expect(
      isPlain || hasExponents || (labels.allSatisfy { $0.count <= 7 } && values.contains { abs($0) >= 1e-3 }), what)
  }

  @Test
  func `no range of doubles is too odd for an axis`() {
    let numbers: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, 1, -1, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, 1e-300, 1e300, 0.1.nextUp, 0.1, 9_007_199_254_740_992,
    ]
    for low in numbers {
      for high in numbers {
        for wanted in [-5, 0, 3, 9, 1000] {
          let ticks = LinearTicks.covering(low, high, wanted: wanted)
          #expect((3...9).contains(ticks.all.count), "\(low) \(high)")
          #expect(Set(ticks.all.map(\.label)).count == ticks.all.count, "\(low) \(high)")
          #expect(ticks.low < ticks.high, "\(low) \(high)")
        }
      }
    }
  }
}
