import Schedules

/// A quasi-Newton method: directions from the last changes of gradient and parameter, one `step` up to `max_iter` of them.
///
/// Source: `torch.optim.LBFGS`, with a fixed step or the strong Wolfe conditions. To the bit in one dimension; in two but
/// for rare turns; torch sums longer dot products in an order of its own.
struct LBFGS: Sendable {
  /// Where the loss and its gradient come from, evaluated at a point.
  typealias Closure = (_ x: [Double], _ gradient: inout [Double]) -> Double

  /// Closure calls of the last `step`.
  private(set) var evaluations = 0

  private var memory: History
  private var direction: [Double]
  private var gradient: [Double]
  private var lastGradient: [Double]
  private var search: WolfeSearch
  private var length = StepLength(0)
  private var iteration = 0
  private var scale = 1.0

  init(_ count: Int, _ group: Hyperparameters) {
    let zeros = Array(repeating: 0.0, count: count)
    memory = History(count: count, capacity: max(1, group.historySize))
    direction = zeros
    gradient = zeros
    lastGradient = zeros
    search = WolfeSearch(count)
  }

  /// Takes one `step` of torch's: several inner iterations.
  mutating func step(_ x: inout [Double], _ group: Hyperparameters, _ closure: Closure) {
    let mostEvaluations = group.maxEvaluations
    var loss = closure(x, &gradient)
    evaluations = 1
    if gradient.largestMagnitude <= group.toleranceGrad { return }
    var count = 0
    while count < group.maxIterations {
      count += 1
      iteration += 1
      turn()
      lastGradient.copy(gradient)
      let lastLoss = loss
      length = iteration == 1 ? firstLength(group.lr) : StepLength(group.lr)
      let slope = gradient.dot(direction)
      if slope > -group.toleranceChange { break }
      if group.searchesLine {
        search.limit = mostEvaluations - evaluations
        (loss, length) = search.run(
          from: x, length, direction, loss, &gradient, slope, tolerance: group.toleranceChange, closure)
        evaluations += search.evaluations
        x.move(along: direction, by: length.value)
      } else {
        x.move(along: direction, by: length.value)
        if count != group.maxIterations {
          loss = closure(x, &gradient)
          evaluations += 1
        }
      }
      if count == group.maxIterations || evaluations >= mostEvaluations { break }
      if gradient.largestMagnitude <= group.toleranceGrad { break }
      if direction.largestMagnitude(times: length.value) <= group.toleranceChange { break }
      if abs(loss - lastLoss) < group.toleranceChange { break }
    }
  }

  /// The next direction: steepest descent at first, then the two-loop recursion over what is remembered.
  private mutating func turn() {
    if iteration == 1 {
      for i in direction.indices { direction[i] = -gradient[i] }
      scale = 1
      return
    }
    if let scale = memory.take(gradient, lastGradient, direction, length.value) { self.scale = scale }
    memory.descend(from: gradient, scaledBy: scale, into: &direction)
  }

  /// The first step is no longer than the rate, and shorter where the gradient is large.
  private func firstLength(_ rate: Double) -> StepLength {
    var sum = 0.0
    for value in gradient { sum += abs(value) }
    let reciprocal = 1 / sum
    return reciprocal < 1 ? StepLength(reciprocal * rate, isTensor: true) : StepLength(rate)
  }
}

/// A step's length, and whether torch holds it as a tensor: dividing a number by one rounds twice there.
struct StepLength: Sendable {
  var value: Double
  var isTensor: Bool

  init(_ value: Double, isTensor: Bool = false) {
    self.value = value
    self.isTensor = isTensor
  }
}

/// The last changes of gradient and parameter.
private struct History: Sendable {
  private let count: Int
  private let capacity: Int
  /// Changes of the gradient, of the parameter, and the reciprocals of their products; a ring once it is full.
  private var gradients: [Double] = []
  private var steps: [Double] = []
  private var reciprocals: [Double] = []
  private var weights: [Double] = []
  private var oldest = 0
  private var y: [Double]
  private var s: [Double]

  init(count: Int, capacity: Int) {
    self.count = count
    self.capacity = capacity
    y = Array(repeating: 0, count: count)
    s = y
  }

  /// Remembers a change with positive curvature, and then returns the scale of the first Hessian.
  mutating func take(_ gradient: [Double], _ last: [Double], _ direction: [Double], _ length: Double) -> Double? {
    for i in y.indices {
      y[i] = gradient[i] - last[i]
      s[i] = direction[i] * length
    }
    let curvature = y.dot(s)
    guard curvature > 1e-10 else { return nil }
    if reciprocals.count < capacity {
      gradients += y
      steps += s
      reciprocals.append(1 / curvature)
      weights.append(0)
    } else {
      for i in 0..<count {
        gradients[oldest * count + i] = y[i]
        steps[oldest * count + i] = s[i]
      }
      reciprocals[oldest] = 1 / curvature
      oldest = (oldest + 1) % capacity
    }
    return curvature / y.dot(y)
  }

  mutating func descend(from gradient: [Double], scaledBy scale: Double, into q: inout [Double]) {
    for i in q.indices { q[i] = -gradient[i] }
    for back in reciprocals.indices.reversed() {
      let k = (oldest + back) % reciprocals.count
      weights[k] = dot(steps, k, q) * reciprocals[k]
      for i in q.indices { q[i] = q[i].adding(gradients[k * count + i], times: -weights[k]) }
    }
    for i in q.indices { q[i] *= scale }
    for ahead in reciprocals.indices {
      let k = (oldest + ahead) % reciprocals.count
      let weight = dot(gradients, k, q) * reciprocals[k]
      for i in q.indices { q[i] = q[i].adding(steps[k * count + i], times: weights[k] - weight) }
    }
  }

  private func dot(_ rows: [Double], _ k: Int, _ q: [Double]) -> Double {
    var sum = 0.0
    for i in q.indices { sum += rows[k * count + i] * q[i] }
    return sum
  }
}

extension [Double] {
  /// Products summed in order; nothing is fused.
  func dot(_ other: [Double]) -> Double {
    var sum = 0.0
    for i in indices { sum += self[i] * other[i] }
    return sum
  }

  /// The largest magnitude of the elements times a factor; what is not a number is passed on.
  func largestMagnitude(times factor: Double = 1) -> Double {
    var largest = 0.0
    for value in self {
      let size = abs(value * factor)
      if size > largest || size.isNaN { largest = size }
      if largest.isNaN { return largest }
    }
    return largest
  }

  var largestMagnitude: Double { largestMagnitude() }

  mutating func move(along direction: [Double], by length: Double) {
    for i in indices { self[i] = self[i].adding(direction[i], times: length) }
  }

  /// Takes the elements of another of the same length, in the memory that it has.
  mutating func copy(_ other: [Double]) {
    for i in indices { self[i] = other[i] }
  }
}
