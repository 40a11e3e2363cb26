import Diagnostics

/// The cycles of timm's cosine, tanh and polynomial schedules: as many as wanted, then the lowest rate.
struct TimmCycles: Sendable {
  private let cycles: Cycles
  private let decay: Double
  let limit: Double
  let lowest: Double
  /// Whether Python counts the steps in a cycle as an int, and the length of a cycle.
  private var hasWholePositions: Bool
  private let hasWholeLengths: Bool

  init(first: PythonNumber, growth: PythonNumber, decay: Double, limit: Double, lowest: Double) {
    cycles = Cycles(first: first.value, growth: growth.value)
    self.decay = decay
    self.limit = limit
    self.lowest = lowest
    hasWholeLengths = first.isInteger && (growth.isInteger || growth.value == 1)
    hasWholePositions = first.isInteger && growth.value == 1
  }

  /// Steps after a warm-up of two and a half are no ints any more.
  mutating func prepare(_ warmUp: TimmWarmUp) {
    if warmUp.isPrefix, !warmUp.isWhole { hasWholePositions = false }
  }

  func place(at step: Double) throws(Diagnostic) -> Cycles.Place { try cycles.place(at: step) }

  /// The rate that a cycle starts at.
  func highest(in place: Cycles.Place, base: Double) throws(Diagnostic) -> Double {
    base * (try Python.power(decay, place.index))
  }

  /// The position in a cycle and the cycle's length, each to a power.
  func powers(
    of place: Cycles.Place, _ power: PythonNumber
  ) throws(Diagnostic) -> (position: WholePower, length: WholePower) {
    let position = try WholePower(
      place.position, power.value, areIntegers: power.isInteger && hasWholePositions)
    return (position, try WholePower(place.length, power.value, areIntegers: power.isInteger && hasWholeLengths))
  }

  /// timm's `get_cycle_length`: what its training script takes for the number of epochs.
  var length: Double? {
    let count = max(1, limit)
    if cycles.growth == 1 { return cycles.first * count }
    guard let scale = try? Python.power(cycles.growth, count) else { return nil }
    let length = (-cycles.first * (scale - 1) / (1 - cycles.growth)).rounded(.down)
    return length.isFinite ? length : nil
  }

  /// Where the cycles begin, the first of them at `start`, and what is held after them.
  func beginnings(from start: Double) -> [Phase.Beginning] {
    let end = length.map { start + (limit > 0 ? $0 : 0) }
    return cycles.beginnings(from: start, count: limit) + (end.map { [($0, .jumps, "lr_min")] } ?? [])
  }
}

extension Parameter<PythonNumber> {
  static let cycleLength = Parameter(
    "t_initial", role: .length, in: .above(0), "Steps of the first cycle, from the base rate to lr_min.")
  static let cycleGrowth = Parameter(
    "cycle_mul", default: 1.0, "The length of each cycle, as a multiple of the one before.")
  static let progressPower = Parameter(
    "k_decay", default: 1.0, "The power of the progress: above 1 the fall is delayed.")
}

extension Parameter<Double> {
  static let lowestOfCycle = Parameter("lr_min", role: .floor, default: 0, in: .atLeast(0), "The lowest rate.")
  static let cycleDecay = Parameter("cycle_decay", default: 1, "The factor of each cycle on the base rate.")
  static let cycleLimit = Parameter("cycle_limit", role: .cycles, default: 1, "Cycles before lr_min is held.")
}
