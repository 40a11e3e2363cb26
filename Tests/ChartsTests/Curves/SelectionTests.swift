import Foundation
import TestSupport
import Testing

@testable import Charts

@Suite struct SelectionTests {
  @Test
  func `few values are all selected`() {
    #expect(Selection(of: [3, 1, 2], above: -.infinity, columns: 100).indices == [0, 1, 2])
    #expect(Selection(of: [], above: -.infinity, columns: 100).indices == [])
  }

  @Test
  func `what is not finite or not above the limit is a gap`() {
    let values = [1, .nan, .infinity, 2, 0, -1, 3, .nan]
    #expect(Selection(of: values, above: 0, columns: 100).indices == [0, -1, 3, -1, 6, -1])
    #expect(Selection(of: values, above: -.infinity, columns: 100).indices == [0, -1, 3, 4, 5, 6, -1])
  }

  @Test
  func `every column keeps its first, least, greatest and last value`() {
    var random = Random(seed: 4)
    for (count, columns) in [(1000, 10), (1001, 37), (12_345, 600), (601, 600)] {
      let values = (0..<count).map { _ in random.number(in: -1...1) }
      let selection = Selection(of: values, above: -.infinity, columns: columns)
      #expect(selection.indices.count <= 4 * columns)
      #expect(selection.indices == Array(Set(selection.indices)).sorted())
      #expect(selection.indices.first == 0 && selection.indices.last == count - 1)
      #expect(values[selection.lowest] == values.min() && values[selection.highest] == values.max())
      // Any window as wide as two columns contains one whole column, and so that column's extremes.
      let kept = Set(selection.indices)
      #expect(kept.contains(selection.lowest) && kept.contains(selection.highest))
      let width = 2 * (count / columns + 1)
      for start in stride(from: 0, to: count - width, by: width) {
        #expect((start..<start + width).contains { kept.contains($0) })
      }
    }
  }

  @Test
  func `a spike of one row among a million is kept`() {
    var values = Array(repeating: 0.5, count: 1_000_000)
    values[654_321] = 0.9
    let selection = Selection(of: values, above: -.infinity, columns: 600)
    #expect(selection.indices.contains(654_321))
    #expect(selection.highest == 654_321)
  }

  @Test(arguments: [Int.min, -1, 0, 1, .max])
  func `any count of columns is possible`(_ columns: Int) {
    #expect(Selection(of: [1, 2, 3], above: -.infinity, columns: columns).indices.last == 2)
  }
}
