import JSON
package import Text

extension Curve {
  /// The curve as one JSON object of arrays, in the order of the CSV's columns; `null` where there is no value.
  package var json: Pieces {
    Pieces {
      var lists = JSONLists(of: self)
      return Pieces.Iterator { lists.next() }
    }
  }
}

/// The arrays of a curve, as many of their values at a time as make a piece.
private struct JSONLists {
  private let curve: Curve
  /// The number of the list: the counts', then the columns'.
  private var list = 0
  private var steps: TableSteps
  private let columns: [[Double]]
  private let counts: [Curve.Count]

  init(of curve: Curve) {
    self.curve = curve
    steps = TableSteps(of: curve)
    columns = curve.columnsOfRows
    counts = curve.counts
  }

  mutating func next() -> Bytes? {
    let count = counts.count + curve.columns.count
    guard list < count else { return nil }
    var bytes = Bytes()
    while list < count, bytes.count < Pieces.length {
      if steps.upcoming == 0 { open(&bytes) }
      while bytes.count < Pieces.length, let step = steps.next() {
        if step > 0 { bytes.append(literal: ", ") }
        appendValue(of: step, to: &bytes)
      }
      guard steps.upcoming == nil else { break }
      (list, steps) = (list + 1, TableSteps(of: curve))
      bytes.append(literal: list < count ? "],\n" : "]\n}\n")
    }
    return bytes
  }

  private func open(_ bytes: inout Bytes) {
    bytes.append(literal: list == 0 ? "{\n  " : "  ")
    let name = list < counts.count ? counts[list].rawValue : curve.columns[list - counts.count].heading
    JSONText.append(name, to: &bytes)
    bytes.append(literal: ": [")
  }

  private func appendValue(of step: Int, to bytes: inout Bytes) {
    if list < counts.count {
      guard let value = curve.value(counts[list], at: step) else { return bytes.append(literal: "null") }
      return Decimal.append(value, to: &bytes)
    }
    let value = columns[list - counts.count][step]
    if value.isNaN { bytes.append(literal: "null") } else { Decimal.append(shortest: value, to: &bytes) }
  }
}
