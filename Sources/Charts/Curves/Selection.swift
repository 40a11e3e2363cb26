/// The values of a series that are worth drawing: the first, least, greatest and last of every pixel column.
///
/// Within a column nothing else can be seen, so that a series of any length draws like its whole (Jugel et al. 2014,
/// “M4”). One pass, and nothing is allocated per value.
struct Selection: Sendable, Equatable {
  /// Indices in ascending order; `gap` stands between values that are not to be joined.
  private(set) var indices: [Int] = []
  /// The first of the least values of the series, and of the greatest.
  private(set) var lowest = gap
  private(set) var highest = gap

  static let gap = -1

  /// Selects among the finite values above a limit, in columns that hold equally many of them.
  init(of values: [Double], above limit: Double, columns: Int) {
    self.init(of: values, above: limit, in: 0..<values.count, columns: columns)
  }

  /// Selects among those that are shown on an axis.
  init(of values: [Double], above limit: Double, columns: Int, along axis: StepScale) {
    let rows = axis.visible(of: values.count)
    guard axis.isLogarithmic else {
      self.init(of: values, above: limit, in: rows, columns: columns)
      return
    }
    let columns = max(1, min(columns, rows.count))
    // Columns of equal width hold ever more rows.
    let all = max(1, columns == rows.count ? Self.finest : columns)
    self.init(of: values, above: limit, from: rows.lowerBound, columns: all) { number in
      let row = axis.row(at: axis.pixels.start + (axis.pixels.end - axis.pixels.start) * Double(number) / Double(all))
      return number == all
        ? rows.upperBound : max(rows.lowerBound, min(Int(exactly: row.rounded(.up)) ?? 0, rows.upperBound))
    }
  }

  /// Selects in columns that hold equally many rows.
  private init(of values: [Double], above limit: Double, in rows: Range<Int>, columns: Int) {
    let columns = max(1, min(columns, rows.count))
    if columns == rows.count {
      self.init(allOf: values, in: rows, above: limit)
    } else {
      self.init(of: values, above: limit, from: rows.lowerBound, columns: columns) {
        rows.lowerBound + rows.count * $0 / columns
      }
    }
  }

  /// Takes all of them, where each has a column to itself.
  private init(allOf values: [Double], in rows: Range<Int>, above limit: Double) {
    indices.reserveCapacity(rows.count)
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for index in rows {
      let value = values[index]
      // False for NaN.
      guard value > limit, value < .infinity else {
        if indices.last ?? Self.gap != Self.gap { indices.append(Self.gap) }
        continue
      }
      if value < least { (least, lowest) = (value, index) }
      if value > greatest { (greatest, highest) = (value, index) }
      indices.append(index)
    }
  }

  /// Where there are fewer rows than pixels, the columns of a logarithmic axis are still narrower than any of its rows.
  private static let finest = 4096

  private init(of values: [Double], above limit: Double, from first: Int, columns: Int, ending end: (Int) -> Int) {
    indices.reserveCapacity(min(values.count, 4 * columns))
    values.withUnsafeBufferPointer { values in
      var lowest = (value: Double.infinity, index: Self.gap)
      var highest = (value: -Double.infinity, index: Self.gap)
      var start = first
      for number in 1...columns {
        let end = min(end(number), values.count)
        guard end > start else { continue }
        let column = Column(of: values, from: start, to: end, above: limit)
        start = end
        if column.first < 0 {
          if indices.last ?? Self.gap != Self.gap { indices.append(Self.gap) }
          continue
        }
        if column.least < lowest.value { lowest = (column.least, column.leastIndex) }
        if column.greatest > highest.value { highest = (column.greatest, column.greatestIndex) }
        append(column)
      }
      (self.lowest, self.highest) = (lowest.index, highest.index)
    }
  }

  private mutating func append(_ column: Column) {
    indices.append(column.first)
    if column.last == column.first { return }
    for index in [
      min(column.leastIndex, column.greatestIndex), max(column.leastIndex, column.greatestIndex), column.last,
    ] where index > indices[indices.count - 1] { indices.append(index) }
  }
}

/// The four values that a column draws.
private struct Column {
  private(set) var first = Selection.gap
  private(set) var last = Selection.gap
  private(set) var leastIndex = Selection.gap
  private(set) var greatestIndex = Selection.gap
  private(set) var least = Double.infinity
  private(set) var greatest = -Double.infinity

  init(of values: UnsafeBufferPointer<Double>, from start: Int, to end: Int, above limit: Double) {
    for index in start..<max(start, end) {
      let value = values[index]
      // False for NaN.
      guard value > limit, value < .infinity else { continue }
      if first < 0 { first = index }
      last = index
      if value < least { (least, leastIndex) = (value, index) }
      if value > greatest { (greatest, greatestIndex) = (value, index) }
    }
  }
}
