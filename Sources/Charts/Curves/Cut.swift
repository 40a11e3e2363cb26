/// Cuts a curve off at the ends of a value axis where these are set.
struct Cut {
  /// A value of the curve, wherever it is.
  struct Point {
    let x: Double
    let y: Double
    let style: Series.Style
    let rowEnd: Double
    let isExtreme: Bool
  }

  private let top: Double
  private let bottom: Double
  private var last: Point?

  init(along pixels: PixelRange) {
    top = min(pixels.start, pixels.end)
    bottom = max(pixels.start, pixels.end)
  }

  /// Ends the run.
  mutating func lift() { last = nil }

  /// Draws what can be seen of the way to a point.
  mutating func add(_ point: Point, to pen: inout Pen) {
    defer { last = point }
    let isSeen = contains(point.y)
    guard let last else {
      if isSeen { draw(point, with: &pen) }
      return
    }
    if !isSeen, !contains(last.y), (last.y < top) == (point.y < top) { return }
    // A step goes up or down where the next row begins, a line on its whole way.
    func meet(_ y: Double) -> Double {
      last.style == .step ? point.x : last.x + (point.x - last.x) * (y - last.y) / (point.y - last.y)
    }
    if !contains(last.y) {
      let edge = last.y < top ? top : bottom
      pen.add(x: meet(edge), y: edge, style: .line, rowEnd: point.x, isExtreme: true)
    }
    if isSeen { return draw(point, with: &pen) }
    let edge = point.y < top ? top : bottom
    pen.add(x: meet(edge), y: edge, style: .line, rowEnd: point.x, isExtreme: true)
    pen.lift()
  }

  private func contains(_ y: Double) -> Bool { y >= top && y <= bottom }

  private func draw(_ point: Point, with pen: inout Pen) {
    pen.add(x: point.x, y: point.y, style: point.style, rowEnd: point.rowEnd, isExtreme: point.isExtreme)
  }
}
