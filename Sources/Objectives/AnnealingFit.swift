package import Schedules
import Text

/// The constants of the annealing law that a log of rates and losses determines.
///
/// Given α and λ the other constants are a linear problem, weighted so that the residual is that of log L under Huber's
/// loss; α is found by golden section, λ by a scan and a golden section on log(1 − λ).
package struct AnnealingFit: Sendable {
  /// A line of a log: the update, its rate, and the loss after it.
  package struct LoggedLoss: Sendable {
    package let step: Int
    package let rate: Double
    package let loss: Double

    package init(step: Int, rate: Double, loss: Double) {
      self.step = step
      self.rate = rate
      self.loss = loss
    }
  }

  /// Why a log does not determine the constants.
  package enum Refusal: Error, Equatable {
    case tooFew(Int)
    case neverFalls
    case undetermined
    case tooLong
  }

  /// Root mean square and largest of the differences in the loss.
  package struct Residual: Sendable, Equatable {
    package let rms: Double
    package let largest: Double
  }

  package let constants: Objective.Annealing
  package let residual: Residual
  /// Of the last tenth, by constants that have not seen it, but for λ; `nil` where the rest does not determine them.
  package let holdOut: Residual?
  /// How many readings were used, and the update that the first of them is.
  package let count: Int
  package let first: Int

  /// The most readings that are used: more of them say no more.
  private static let most = 2000
  private static let fewest = 12
  /// Where the sums are followed update by update.
  package static let longest = 20_000_000

  /// Fits a log, whose steps ascend.
  ///
  /// Between two readings the rate is taken to go in a straight line, before the first as it is there.
  package init(_ readings: [LoggedLoss]) throws(Refusal) {
    guard readings.count >= Self.fewest else { throw .tooFew(readings.count) }
    guard let last = readings.last, last.step < Self.longest else { throw .tooLong }
    let used = Self.chosen(readings)
    guard used.count >= Self.fewest else { throw .tooFew(used.count) }
    guard Self.falls(readings, behind: used.first ?? 0) else { throw .neverFalls }
    let (constants, points) = try Self.constants(readings, used)
    self.constants = constants
    residual = Self.residual(of: constants, points)
    count = points.losses.count
    first = readings[used[0]].step
    let kept = used.dropLast(max(1, used.count / 10))
    guard kept.count >= Self.fewest, let end = kept.last, Self.falls(Array(readings[...end]), behind: used[0]),
      let (early, _) = try? Self.constants(readings, Array(kept), decay: constants.decay)
    else {
      holdOut = nil
      return
    }
    holdOut = Self.residual(of: early, Self.points(readings, used.suffix(used.count - kept.count), decay: early.decay))
  }

  // MARK: Readings

  /// The readings after the warm-up, or where that is most of the log, after its first hundredths; thinned evenly.
  private static func chosen(_ readings: [LoggedLoss]) -> [Int] {
    let peak = readings.lazy.map(\.rate).max() ?? 0
    let top = readings.firstIndex { $0.rate >= peak * (1 - 1e-9) } ?? 0
    let start = top < readings.count / 2 ? top : readings.count / 50
    // A law has no value where there was no area yet.
    let first = readings.indices.first { $0 >= start && readings[$0].rate > 0 } ?? readings.count
    let left = readings.count - first
    guard left > most else { return Array(first..<readings.count) }
    return (0..<most).map { first + $0 * (left - 1) / (most - 1) }
  }

  /// Whether the rate comes down by a fifth of its peak: else nothing tells what a fall is worth.
  private static func falls(_ readings: [LoggedLoss], behind start: Int) -> Bool {
    var (peak, hasFallen) = (0.0, false)
    for reading in readings.dropFirst(start) {
      peak = max(peak, reading.rate)
      if reading.rate <= 0.8 * peak { hasFallen = true }
    }
    return hasFallen
  }

  /// The two areas and the loss at readings.
  private struct Points {
    var areas: [Double] = []
    var falls: [Double] = []
    var losses: [Double] = []
  }

  private static func points(_ readings: [LoggedLoss], _ used: some Collection<Int>, decay: Double) -> Points {
    var points = Points()
    var (area, momentum, annealed) = (0.0, 0.0, 0.0)
    var (step, rate) = (-1, readings.first?.rate ?? 0)
    var next = used.makeIterator()
    var wanted = next.next()
    for (index, reading) in readings.enumerated() {
      let distance = Double(reading.step - step)
      let from = rate
      while step < reading.step {
        step += 1
        let part = 1 - Double(reading.step - step) / distance
        let new = part == 1 ? reading.rate : from + (reading.rate - from) * part
        // The first update has none before it.
        momentum = step == 0 ? 0 : decay * momentum + (rate - new)
        rate = new
        area += rate
        annealed += momentum
      }
      guard index == wanted else { continue }
      points.areas.append(area)
      points.falls.append(annealed)
      points.losses.append(reading.loss)
      wanted = next.next()
    }
    return points
  }

  // MARK: Constants

  private static func constants(
    _ readings: [LoggedLoss], _ used: [Int], decay: Double? = nil
  ) throws(Refusal) -> (Objective.Annealing, Points) {
    var best: (cost: Double, decay: Double, fit: Fit, points: Points)?
    func attempt(_ decay: Double) -> Double {
      let points = points(readings, used, decay: decay)
      guard let fit = Fit(points) else { return .infinity }
      // A round λ is kept unless another is clearly better.
      if fit.cost < (best?.cost ?? .infinity) * 0.99 { best = (fit.cost, decay, fit, points) }
      return fit.cost
    }
    let scan = [0.999, 0.99, 0.995, 0.998, 0.9993, 0.9995]
    for decay in decay.map({ [$0] }) ?? scan { _ = attempt(decay) }
    if decay == nil, let found = best, found.cost > 1e-18 {
      let center = Libm.log(1 - found.decay)
      _ = GoldenSection.minimum(in: center - 0.8...center + 0.8, evaluations: 20) { attempt(1 - Libm.exp($0)) }
    }
    guard let best else { throw .undetermined }
    let fit = best.fit
    return (
      Objective.Annealing(l0: fit.l0, a: fit.a, alpha: fit.alpha, c: fit.c, decay: best.decay), best.points
    )
  }

  private static func residual(of constants: Objective.Annealing, _ points: Points) -> Residual {
    var (sum, largest) = (0.0, 0.0)
    for i in points.losses.indices {
      let loss =
        constants.l0 + constants.a * Libm.pow(points.areas[i], -constants.alpha) - constants.c * points.falls[i]
      let difference = points.losses[i] - loss
      sum += difference * difference
      largest = max(largest, abs(difference))
    }
    return Residual(rms: (sum / Double(max(1, points.losses.count))).squareRoot(), largest: largest)
  }

  /// The constants for one λ: α by golden section, the others linearly.
  private struct Fit {
    private(set) var l0 = 0.0
    private(set) var a = 0.0
    private(set) var alpha = 0.0
    private(set) var c = 0.0
    private(set) var cost = Double.infinity

    init?(_ points: Points) {
      var best: Fit?
      _ = GoldenSection.minimum(in: 0.05...1.5, evaluations: 40) { alpha in
        guard let fit = Fit(points, alpha: alpha) else { return .infinity }
        if fit.cost < best?.cost ?? .infinity { best = fit }
        return fit.cost
      }
      guard let best else { return nil }
      self = best
    }

    private init?(_ points: Points, alpha: Double) {
      self.alpha = alpha
      let powers = points.areas.map { Libm.pow($0, -alpha) }
      var predicted = points.losses
      for round in 0..<10 {
        guard let solution = Self.solve(points, powers, predicted, isFirst: round == 0) else { return nil }
        (l0, a, c) = solution
        var cost = 0.0
        var change = 0.0
        for i in predicted.indices {
          let loss = l0 + a * powers[i] - c * points.falls[i]
          guard loss > 0 else { return nil }
          change = max(change, abs(loss - predicted[i]))
          predicted[i] = loss
          let r = abs(Libm.log(points.losses[i]) - Libm.log(loss))
          cost += r < Self.delta ? 0.5 * r * r : Self.delta * r - 0.5 * Self.delta * Self.delta
        }
        self.cost = cost
        if change < 1e-12 { break }
      }
    }

    /// Where Huber's loss goes from a square to a line.
    private static let delta = 1e-3

    /// Weighted least squares for L₀, A and C; a negative A or C is 0, and the others are found again.
    private static func solve(
      _ points: Points, _ powers: [Double], _ predicted: [Double], isFirst: Bool
    ) -> (l0: Double, a: Double, c: Double)? {
      var sums = LinearSums(columns: [powers, points.falls.map { -$0 }])
      for i in predicted.indices {
        let r = isFirst ? 0 : abs(Libm.log(points.losses[i]) - Libm.log(predicted[i]))
        let weight = (r < delta ? 1 : delta / r) / (predicted[i] * predicted[i])
        sums.add(i, points.losses[i], weight)
      }
      if let all = sums.solution([true, true]), all.a >= 0, all.c >= 0 { return all }
      if let noFall = sums.solution([true, false]), noFall.a >= 0 { return noFall }
      return sums.solution([false, true]).flatMap { $0.c >= 0 ? $0 : nil }
    }
  }
}

/// The normal equations of a constant and two columns, each scaled to be about 1.
private struct LinearSums {
  private let columns: [[Double]]
  private let scales: [Double]
  private var matrix = [Double](repeating: 0, count: 9)
  private var right = [Double](repeating: 0, count: 3)

  init(columns: [[Double]]) {
    self.columns = columns
    scales = columns.map { column in
      let largest = column.lazy.map { abs($0) }.max() ?? 0
      return largest > 0 ? largest : 1
    }
  }

  mutating func add(_ row: Int, _ value: Double, _ weight: Double) {
    let x = (1.0, columns[0][row] / scales[0], columns[1][row] / scales[1])
    let all = [x.0, x.1, x.2]
    for i in 0..<3 {
      right[i] += weight * all[i] * value
      for j in 0..<3 { matrix[3 * i + j] += weight * all[i] * all[j] }
    }
  }

  /// The solution with the columns that are wanted, the others 0; `nil` where there is none.
  func solution(_ isWanted: [Bool]) -> (l0: Double, a: Double, c: Double)? {
    let places = [0] + (isWanted[0] ? [1] : []) + (isWanted[1] ? [2] : [])
    var rows = places.map { i in places.map { matrix[3 * i + $0] } + [right[i]] }
    let size = rows.count
    for column in 0..<size {
      guard let pivot = (column..<size).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-13 * abs(matrix[0])
      else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<size where row != column {
        let factor = rows[row][column] / rows[column][column]
        for k in column...size { rows[row][k] -= factor * rows[column][k] }
      }
    }
    var values = [0.0, 0, 0]
    for (index, place) in places.enumerated() { values[place] = rows[index][size] / rows[index][index] }
    guard values.allSatisfy(\.isFinite) else { return nil }
    return (values[0], values[1] / scales[0], values[2] / scales[1])
  }
}
