import TestSupport
import Testing

@testable import Charts

@Suite struct SpreadingTests {
  @Test
  func `places that are far apart stay, others move as little as possible`() {
    #expect(Spreading.spread([10, 50, 90], distance: 10, within: 0...100) == [10, 50, 90])
    #expect(Spreading.spread([50, 50], distance: 10, within: 0...100) == [45, 55])
    #expect(Spreading.spread([100, 100, 0], distance: 10, within: 0...100) == [90, 100, 0])
  }

  @Test
  func `nothing overlaps or leaves its bounds, and the order stays`() {
    var random = Random(seed: 6)
    for _ in 0..<5000 {
      let wanted = (0..<Int(random.next() % 20)).map { _ in random.number(in: -20...120) }
      let places = Spreading.spread(wanted, distance: 5, within: 0...100)
      let sorted = zip(wanted, places).sorted { $0.0 < $1.0 }.map(\.1)
      #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 100 + 1e-9 })
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 5 - 1e-9 })
    }
  }

  @Test
  func `too many share the room, odd numbers find a place`() {
    #expect(Spreading.spread([1, 1, 1, 1, 1], distance: 50, within: 0...100) == [0, 25, 50, 75, 100])
    #expect(Spreading.spread([.nan, 0], distance: 10, within: 0...100) == [100, 0])
    #expect(Spreading.spread([1, 2], distance: 10, within: 5...5) == [5, 5])
  }
}
