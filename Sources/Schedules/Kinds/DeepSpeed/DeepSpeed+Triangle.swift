import Diagnostics

extension DeepSpeed {
  /// The one triangle of DeepSpeed's OneCycle, in a smooth line or in stairs.
  struct Triangle: Sendable {
    private let first: Double
    private let second: Double
    private let firstStairs: Double
    private let secondStairs: Double

    init(first: Double, second: Double?, firstStairs: Double, secondStairs: Double?) {
      self.first = first
      self.second = second ?? first
      self.firstStairs = firstStairs
      self.secondStairs = secondStairs ?? firstStairs
    }

    static let parameters = Parameters(
      Parameter(
        "cycle_first_step_size", role: .cycle, default: 2000, in: .above(0, atMost: 1e12), "Steps up to the peak."),
      Parameter<Double?>(
        "cycle_second_step_size", default: nil, in: .between(0, 1e12), "Steps down from it; as many as up if null."),
      Parameter("cycle_first_stair_count", default: 0, "Stairs of the way up; 0: a straight line."),
      Parameter<Double?>("cycle_second_stair_count", default: nil, "Stairs of the way down; as many as up if null."),
      make: Triangle.init)

    /// Steps of the whole cycle.
    var size: Double { first + second }

    /// How much of the way from the lowest to the highest is gone in step `step` of a run, counted from 0.
    func height(at step: Double) -> Double {
      let ratio = first / size
      let turns = 1 + step / size
      let cycle = turns.rounded(.down)
      let x = 1 + step / size - cycle
      let isRising = x <= ratio
      let stairs = isRising ? firstStairs : secondStairs
      guard stairs > 0 else { return isRising ? x / ratio : (x - 1) / (ratio - 1) }
      let passed = step.truncatingRemainder(dividingBy: size)
      let position = passed <= first ? passed * stairs / first : (size - passed) * stairs / second
      return position.rounded(.down) / stairs
    }

    var phases: [Phase] {
      func part(_ start: Double, _ stairs: Double, _ label: String) -> (start: Double, phases: [Phase]) {
        (start, [Phase(start: 0, motion: stairs > 0 ? .jumps : .moves, label: label)])
      }
      // The count is one less than the rows: the peak is in row `first`.
      return Phase.joined([
        part(0, firstStairs, "up"), part(first - 1, secondStairs, "down"), part(size - 1, 0, "decay"),
      ])
    }
  }
}
