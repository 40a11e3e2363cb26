/// What the values of a column come to, in a few numbers.
package struct Summary: Sendable, Equatable {
  /// A value and the row that it stands in.
  package struct Point: Sendable, Equatable {
    package let row: Int
    package let value: Double

    package init(row: Int, value: Double) {
      self.row = row
      self.value = value
    }
  }

  package let first: Point
  /// The first of the largest values; what is a rounding error above it is not a new peak.
  package let peak: Point
  /// The first of the smallest values.
  package let minimum: Point
  package let final: Point
  package let mean: Double
  /// The area under the curve: the sum over all rows, each one step wide.
  package let area: Double
  /// Where the way up to the peak reaches half of it, if it begins below.
  package let halfUp: Point?
  /// Where the way down from the peak reaches half of it, if it does.
  package let halfDown: Point?

  /// The summary of the values that are there; `nil` where there is none.
  package init?(of values: [Double]) {
    guard let firstRow = values.firstIndex(where: { !$0.isNaN }),
      let lastRow = values.lastIndex(where: { !$0.isNaN })
    else { return nil }
    var (low, high, count) = (Double.infinity, -Double.infinity, 0)
    var (sum, correction) = (0.0, 0.0)
    for value in values where !value.isNaN {
      low = min(low, value)
      high = max(high, value)
      count += 1
      // Neumaier's sum, exact to the last bits whatever the number of rows.
      let next = sum + value
      correction += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    func point(_ row: Int) -> Point { Point(row: row, value: values[row]) }
    func first(in rows: Range<Int>, where isWanted: (Double) -> Bool) -> Point? {
      rows.first { isWanted(values[$0]) }.map(point)
    }
    let all = firstRow..<lastRow + 1
    self.first = point(firstRow)
    final = point(lastRow)
    area = sum + correction
    mean = area / Double(count)
    let noise = 1e-12
    let peak = first(in: all) { $0 >= high - noise * abs(high) } ?? point(firstRow)
    self.peak = peak
    minimum = first(in: all) { $0 <= low + noise * abs(low) } ?? point(firstRow)
    let half = peak.value / 2
    let isRising = half > 0 && self.first.value < half * (1 - noise)
    halfUp = isRising ? first(in: firstRow..<peak.row + 1) { $0 >= half * (1 - noise) } : nil
    halfDown = half > 0 ? first(in: peak.row..<lastRow + 1) { $0 <= half * (1 + noise) } : nil
  }
}
