/// Draws the lines of one curve as dots.
struct DotPen {
  private(set) var canvas: DotCanvas
  private let curve: Int
  /// The lengths of dashes and of the gaps after them, in dots; empty for a solid line.
  private let dashes: [Int]
  private var position: Position?
  private var count = 0

  private struct Position {
    var x: Int
    var y: Int
    var style: Series.Style
    var rowEnd: Int
  }

  init(on canvas: DotCanvas, curve: Int, dashes: [Int]) {
    self.canvas = canvas
    self.curve = curve
    self.dashes = dashes.allSatisfy { $0 > 0 } ? dashes : []
  }

  /// Goes to a value in the style of the one before it; what is outside the canvas stands at its edge.
  mutating func add(x: Int, y: Int, style: Series.Style, rowEnd: Int) {
    let (x, y) = (canvas.column(x), canvas.line(y))
    switch position {
    case nil: dot(x, y)
    case let last? where last.style == .step:
      line(from: (last.x, last.y), to: (x, last.y))
      line(from: (x, last.y), to: (x, y))
    case let last?: line(from: (last.x, last.y), to: (x, y))
    }
    position = Position(x: x, y: y, style: style, rowEnd: canvas.column(rowEnd))
  }

  /// Ends the run; a last step holds until the end of its row.
  mutating func lift() {
    if let last = position, last.style == .step { line(from: (last.x, last.y), to: (last.rowEnd, last.y)) }
    position = nil
  }

  /// The dots of a straight line after its first one.
  private mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let length = max(abs(end.x - start.x), abs(end.y - start.y))
    guard length > 0 else { return }
    for step in 1...length {
      dot(
        start.x + Self.share(end.x - start.x, step, of: length), start.y + Self.share(end.y - start.y, step, of: length)
      )
    }
  }

  /// A part of a distance, rounded half away from zero, so that a line and its mirror image are the same.
  private static func share(_ distance: Int, _ part: Int, of whole: Int) -> Int {
    let double = 2 * distance * part
    return (double + (double < 0 ? -whole : whole)) / (2 * whole)
  }

  private mutating func dot(_ x: Int, _ y: Int) {
    if isDrawing { canvas.plot(x: x, y: y, curve: curve) }
    count += 1
  }

  private var isDrawing: Bool {
    guard !dashes.isEmpty else { return true }
    var rest = count % dashes.reduce(0, +)
    for (index, length) in dashes.enumerated() {
      if rest < length { return index.isMultiple(of: 2) }
      rest -= length
    }
    return true
  }
}
