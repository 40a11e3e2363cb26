import Testing

@testable import Charts

@Suite("StepTicks")
struct StepTicksTests {
  @Test("0 and the end are labelled, and no label touches another, at any length and width")
  func laws() {
    var random = Random(seed: 3)
    for _ in 0..<20_000 {
      let end = Int(random.next() >> UInt64(random.next() % 63 + 1))
      let width = random.number(in: 60...2000)
      let ticks = StepTicks.covering(to: end, width: width, size: 11, gap: 10)
      let what: Comment = "\(end) on \(width): \(ticks)"
      #expect(ticks.first == 0 && (ticks.last == end || ticks == [0]), what)
      #expect(ticks.count <= 14, what)
      for (tick, next) in zip(ticks, ticks.dropFirst()) {
        let distance = Double(next - tick) / Double(end) * width
        let halves = (TextWidth.of("\(tick)", size: 11) + TextWidth.of("\(next)", size: 11)) / 2
        #expect(distance >= halves, what)
      }
    }
  }

  @Test("round numbers, and the end whatever it is")
  func familiar() {
    #expect(StepTicks.covering(to: 100, width: 650, size: 11, gap: 10) == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    #expect(StepTicks.covering(to: 37, width: 650, size: 11, gap: 10) == [0, 5, 10, 15, 20, 25, 30, 35, 37])
    #expect(StepTicks.covering(to: 1, width: 650, size: 11, gap: 10) == [0, 1])
    #expect(StepTicks.covering(to: 0, width: 650, size: 11, gap: 10) == [0])
    #expect(StepTicks.covering(to: -5, width: .nan, size: 11, gap: 10) == [0])
    #expect(StepTicks.covering(to: .max, width: 650, size: 11, gap: 10).last == .max)
  }
}
