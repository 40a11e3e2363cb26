/// Draws points as a path and leaves out those that would not be seen to be missing.
///
/// A run of line points is one straight line as long as every point left out is within the tolerance of it: the slopes
/// that are still possible form a cone from the last drawn point. Steps stay right-angled; a level is left when a value
/// differs from it by more than the tolerance. The extremes of a series are always drawn.
struct Pen: ~Copyable {
  private(set) var path: Path
  private(set) var end: Trace.Point?

  /// In pixels; half of what can be written.
  private let tolerance = 0.05
  private var state = State.up
  /// Whether anything but a place has been written since the pen was put down.
  private var hasDrawn = false

  private enum State {
    case up
    case line(Cone)
    /// Holding a level until the end of the last row that was added.
    case step(level: Double, rowEnd: Double)
  }

  init(places: Int, scale: Double = 1, capacity: Int) {
    path = Path(places: places, scale: scale, capacity: capacity)
  }

  mutating func add(x: Double, y: Double, style: Series.Style, rowEnd: Double, isExtreme: Bool) {
    end = Trace.Point(x: style == .step ? rowEnd : x, y: y)
    switch state {
    case .up:
      path.move(toX: x, y: y)
      hasDrawn = false
    case .line(var cone):
      if style == .line, cone.extend(toX: x, y: y, isExtreme: isExtreme, tolerance: tolerance) {
        state = .line(cone)
        return
      }
      if let tip = cone.tip, !cone.canReach(x: x, y: y) { draw(toX: tip.x, y: tip.y) }
      if style == .line {
        state = .line(cone.restarted(toX: x, y: y, isExtreme: isExtreme, tolerance: tolerance))
        return
      }
      draw(toX: x, y: y)
    case .step(let level, _):
      if style == .step, y == level || (!isExtreme && abs(y - level) <= tolerance) {
        state = .step(level: level, rowEnd: rowEnd)
        return
      }
      draw(toX: x, y: level)
      draw(toX: x, y: y)
    }
    state = style == .step ? .step(level: y, rowEnd: rowEnd) : .line(Cone(x: x, y: y))
  }

  /// Ends the run.
  mutating func lift() {
    switch state {
    case .up: break
    case .line(let cone):
      if let tip = cone.tip {
        draw(toX: tip.x, y: tip.y)
      } else if !hasDrawn {
        path.dot()
      }
    case .step(let level, let rowEnd):
      draw(toX: rowEnd, y: level)
    }
    state = .up
  }

  private mutating func draw(toX x: Double, y: Double) {
    path.line(toX: x, y: y)
    hasDrawn = true
  }
}

/// The straight lines from an anchor that pass every point since then closely enough.
private struct Cone {
  private let anchor: Trace.Point
  private var least = -Double.infinity
  private var greatest = Double.infinity
  private(set) var tip: Trace.Point?
  private var tipIsExtreme = false

  init(x: Double, y: Double) { anchor = Trace.Point(x: x, y: y) }

  /// Whether a line from the anchor to this point may stand for all between.
  func canReach(x: Double, y: Double) -> Bool {
    let slope = (y - anchor.y) / (x - anchor.x)
    return !tipIsExtreme && slope >= least && slope <= greatest
  }

  /// Makes the point the tip, if the tip before it can be left out.
  mutating func extend(toX x: Double, y: Double, isExtreme: Bool, tolerance: Double) -> Bool {
    guard tip == nil || canReach(x: x, y: y) else { return false }
    let run = x - anchor.x
    guard run > 0 else { return false }
    least = max(least, (y - tolerance - anchor.y) / run)
    greatest = min(greatest, (y + tolerance - anchor.y) / run)
    tip = Trace.Point(x: x, y: y)
    tipIsExtreme = isExtreme
    return true
  }

  /// A new cone, from this one's tip.
  func restarted(toX x: Double, y: Double, isExtreme: Bool, tolerance: Double) -> Cone {
    let start = tip ?? anchor
    var cone = Cone(x: start.x, y: start.y)
    if !cone.extend(toX: x, y: y, isExtreme: isExtreme, tolerance: tolerance) {
      // Two points at one x, as far as doubles can tell.
      cone.tip = Trace.Point(x: x, y: y)
      cone.tipIsExtreme = true
    }
    return cone
  }
}
