/// A line search for the strong Wolfe conditions: first a bracket, then a zoom into it, both by cubics.
///
/// Source: `_strong_wolfe` in `torch/optim/lbfgs.py`, with its numbers that are tensors and its numbers that are not.
struct WolfeSearch: Sendable {
  /// A point on the line: the length, the loss, the slope, and in which buffer the gradient is.
  private struct Point {
    var length: StepLength
    var loss: Double
    var slope: Double
    var gradient: Int
  }

  /// The most points it may try after the first.
  var limit = 0
  /// Closure calls of the last search.
  private(set) var evaluations = 0
  private var trial: [Double]
  /// The gradients of the bracket's two ends and of the newest point.
  private var gradients: [[Double]]

  init(_ count: Int) {
    trial = Array(repeating: 0, count: count)
    gradients = Array(repeating: trial, count: 4)
  }

  private static let sufficientDecrease = 1e-4
  private static let curvature = 0.9

  /// Finds a length along a direction; leaves its gradient in `gradient`, and the point where it was.
  mutating func run(
    from x: [Double], _ first: StepLength, _ direction: [Double], _ loss: Double, _ gradient: inout [Double],
    _ slope: Double, tolerance: Double, _ closure: LBFGS.Closure
  ) -> (loss: Double, length: StepLength) {
    let size = direction.largestMagnitude
    gradients[0].copy(gradient)
    let start = Point(length: StepLength(0), loss: loss, slope: slope, gradient: 0)
    var (low, high) = (start, start)
    var new = evaluate(at: first, into: 1, x, direction, closure)
    evaluations = 1
    var last = start
    var (isDone, isBracketed, tries) = (false, false, 0)
    while tries < limit {
      let isTooHigh = new.loss > loss + Self.sufficientDecrease * new.length.value * slope
      if isTooHigh || (tries > 1 && new.loss >= last.loss) {
        (low, high, isBracketed) = (last, new, true)
        break
      }
      if abs(new.slope) <= -Self.curvature * slope {
        (low, high, isDone, isBracketed) = (new, new, true, true)
        break
      }
      if new.slope >= 0 {
        (low, high, isBracketed) = (last, new, true)
        break
      }
      let length = new.length
      let isTensor = length.isTensor || last.length.isTensor
      let least = StepLength(length.value + 0.01 * (length.value - last.length.value), isTensor: isTensor)
      let most = StepLength(length.value * 10, isTensor: length.isTensor)
      let next = Self.cubic(last, new, within: least, most)
      last = new
      // The one before the last is not needed any more: its buffer is free.
      new = evaluate(at: next, into: last.gradient == 1 ? 2 : 1, x, direction, closure)
      evaluations += 1
      tries += 1
    }
    if !isBracketed { (low, high) = (start, new) }
    let best = zoom(
      low, high, start, isDone: isDone, tries, x, direction, size: size, tolerance: tolerance, closure)
    gradient.copy(gradients[best.gradient])
    return (best.loss, best.length)
  }

  private mutating func zoom(
    _ first: Point, _ second: Point, _ start: Point, isDone: Bool, _ tries: Int, _ x: [Double],
    _ direction: [Double], size: Double, tolerance: Double, _ closure: LBFGS.Closure
  ) -> Point {
    var (bracket, isDone, tries) = ((first, second), isDone, tries)
    var isFirstLow = first.loss <= second.loss
    var isStuck = false
    while !isDone, tries < limit {
      let (a, b) = (bracket.0.length, bracket.1.length)
      if abs(b.value - a.value) * size < tolerance { break }
      let (least, most) = (b.value < a.value ? b : a, b.value > a.value ? b : a)
      var next = Self.cubic(
        bracket.0, bracket.1, within: a.value <= b.value ? a : b, a.value <= b.value ? b : a)
      let isTensor = a.isTensor || b.isTensor
      let margin = 0.1 * (most.value - least.value)
      if Swift.min(most.value - next.value, next.value - least.value) < margin {
        if isStuck || next.value >= most.value || next.value <= least.value {
          let isNearMost = abs(next.value - most.value) < abs(next.value - least.value)
          next = StepLength(isNearMost ? most.value - margin : least.value + margin, isTensor: isTensor)
          isStuck = false
        } else {
          isStuck = true
        }
      } else {
        isStuck = false
      }
      let free = (0..<4).first { $0 != bracket.0.gradient && $0 != bracket.1.gradient } ?? 3
      let new = evaluate(at: next, into: free, x, direction, closure)
      evaluations += 1
      tries += 1
      let low = isFirstLow ? bracket.0 : bracket.1
      let high = isFirstLow ? bracket.1 : bracket.0
      if new.loss > start.loss + Self.sufficientDecrease * new.length.value * start.slope || new.loss >= low.loss {
        if isFirstLow { bracket.1 = new } else { bracket.0 = new }
        isFirstLow = bracket.0.loss <= bracket.1.loss
      } else {
        if abs(new.slope) <= -Self.curvature * start.slope {
          isDone = true
        } else if new.slope * (high.length.value - low.length.value) >= 0 {
          if isFirstLow { bracket.1 = low } else { bracket.0 = low }
        }
        if isFirstLow { bracket.0 = new } else { bracket.1 = new }
      }
    }
    return isFirstLow ? bracket.0 : bracket.1
  }

  private mutating func evaluate(
    at length: StepLength, into buffer: Int, _ x: [Double], _ direction: [Double], _ closure: LBFGS.Closure
  ) -> Point {
    trial.copy(x)
    trial.move(along: direction, by: length.value)
    let loss = closure(trial, &gradients[buffer])
    return Point(length: length, loss: loss, slope: gradients[buffer].dot(direction), gradient: buffer)
  }

  /// The minimum of the cubic through two points with their slopes, kept within bounds; their middle where it has none.
  private static func cubic(_ a: Point, _ b: Point, within least: StepLength, _ most: StepLength) -> StepLength {
    let (x1, x2, g1, g2) = (a.length.value, b.length.value, a.slope, b.slope)
    let rise = 3 * (a.loss - b.loss)
    // A number over a tensor is its product with the reciprocal.
    let secant = a.length.isTensor || b.length.isTensor ? (1 / (x1 - x2)) * rise : rise / (x1 - x2)
    let d1 = g1 + g2 - secant
    let square = d1 * d1 - g1 * g2
    guard square >= 0 else {
      return StepLength((least.value + most.value) / 2, isTensor: least.isTensor || most.isTensor)
    }
    let d2 = square.squareRoot()
    let position =
      x1 <= x2
      ? x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
      : x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2))
    // As Python's: the first of equals stays, and what is not a number is never smaller or larger.
    let raised = least.value > position ? least : StepLength(position, isTensor: true)
    return most.value < raised.value ? most : raised
  }
}
