import Foundation
import TestSupport
import Testing

@testable import Charts

@Suite struct StepTicksTests {
  @Test
  func `0 and the end are labelled, and no label touches another, at any length and width`() {
    var random = Random(seed: 3)
    for _ in 0..<20_000 {
      let end = Int(random.next() >> UInt64(random.next() % 63 + 1))
      let width = random.number(in: 60...2000)
      let ticks = StepTicks.covering(to: end, width: width, size: 11, gap: 10)?.labels ?? []
      let what: Comment = "\(end) on \(width): \(ticks)"
      #expect(ticks.first == 0 && (ticks.last == end || ticks == [0]), what)
      #expect(ticks.count <= 14, what)
      for (tick, next) in zip(ticks, ticks.dropFirst()) {
        let distance = Double(next - tick) / Double(end) * width
        let halves = (Self.width(tick, of: end) + Self.width(next, of: end)) / 2
        #expect(distance >= halves, what)
      }
    }
  }

  private static func width(_ number: Int, of end: Int) -> Double {
    TextWidth.of(Count.text(number, of: end), size: 11)
  }

  @Test
  func `round numbers, and the end whatever it is`() {
    func labels(to end: Int, width: Double = 650) -> [Int]? {
      StepTicks.covering(to: end, width: width, size: 11, gap: 10)?.labels
    }
    #expect(labels(to: 100) == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    #expect(labels(to: 37) == [0, 5, 10, 15, 20, 25, 30, 35, 37])
    #expect(labels(to: 1) == [0, 1])
    #expect(labels(to: 0) == [0])
    #expect(labels(to: -5, width: .nan) == [0])
    #expect(labels(to: .max)?.last == .max)
  }

  @Test
  func `a multiple whose label has no room keeps its mark, so that marks are even`() {
    let ticks = StepTicks.covering(to: 1060, width: 650, size: 11, gap: 10)
    #expect(ticks?.marks.contains(1000) == true)
    #expect(ticks?.labels.last == 1060)
  }

  @Test
  func `an axis of equal ratios is labelled at powers of ten`() {
    let ticks = StepTicks.logarithmic(from: 1, to: 100_000, size: 11, gap: 10) {
      600 * (Double($0) == 0 ? 0 : log10(Double($0))) / 5
    }
    #expect(ticks.labels == [1, 10, 100, 1000, 10_000, 100_000])
    #expect(ticks.marks.count > 40)
  }
}
