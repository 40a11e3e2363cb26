import Diagnostics
import Text

/// Schedules of the TensorFlow Model Garden that follow powers of the step, or waves between rates.
extension TF {
  static let directPowerDecay = Kind(
    "DirectPowerDecay", .tf,
    "Power of the step.",
    formula: "lr(t) = initial_learning_rate·max(t, 1)^power",
    differs: "power is 1 unless given, which rises; −0.5 is the inverse square root.",
    source: garden("DirectPowerDecay"),
    example: #"{"initial_learning_rate": 0.1, "power": -0.5}"#
  ) {
    Declaration(
      law: initialRate("The rate at step 1."), power, name,
      make: { initial, power, _ in .absolute { initial * Libm.pow(max($0, 1), power) } })
  }

  static let powerAndLinearDecay = Kind(
    "PowerAndLinearDecay", .tf,
    "Power of the step, with a linear decay to zero at the end.",
    formula: """
      lr = initial_learning_rate·max(s, 1)^power·min(1, (T − s)/(T·linear_decay_fraction)), not below 0
      s = t − offset, T = total_decay_steps
      """,
    differs: "Zero is reached at offset + total_decay_steps and held.",
    source: garden("PowerAndLinearDecay"),
    example: #"{"initial_learning_rate": 0.1, "total_decay_steps": 90, "power": -0.5, "linear_decay_fraction": 0.3}"#
  ) {
    Declaration(
      law: initialRate("The rate at step 1 after the offset."),
      Parameter("total_decay_steps", role: .length, "Steps until zero, after the offset."), power,
      Parameter("linear_decay_fraction", default: 0.1, "The fraction of the whole that is linear decay."),
      offset, name,
      make: { initial, total, power, fraction, offset, _ in
        let phases = Phase.moving([
          (0, "power"), (offset + total * (1 - fraction), "decay"), (offset + total, "hold"),
        ])
        return .absolute(length: total > 0 ? max(0, offset) + total : nil, phases: phases) { count in
          let passed = count - offset
          let value = initial * Libm.pow(max(passed, 1), power)
          guard total * fraction > 0 else { return value }
          return max(0, value * min(1, (total - passed) / (total * fraction)))
        }
      })
  }

  static let powerDecayWithOffset = Kind(
    "PowerDecayWithOffset", .tf,
    "Constant up to an offset, then a power of the step that never exceeds it.",
    formula:
      "lr(t) = pre_offset_learning_rate up to offset, then initial_learning_rate·(t − offset)^power, at most that",
    differs: "The default before the offset is a million: it is meant to be overruled by a warm-up.",
    source: garden("PowerDecayWithOffset"),
    example: #"{"initial_learning_rate": 0.1, "power": -0.5, "offset": 10, "pre_offset_learning_rate": 0.1}"#
  ) {
    Declaration(
      law: initialRate("The rate one step after the offset."), power, offset,
      Parameter("pre_offset_learning_rate", default: 1e6, "The rate before the offset, and the highest after it."),
      name,
      make: { initial, power, offset, before, _ in
        .absolute(phases: Phase.moving([(0, "hold"), (offset + 1, "power")])) { count in
          count > offset ? min(initial * Libm.pow(max(count - offset, 1), power), before) : before
        }
      })
  }

  static let stepCosineDecayWithOffset = Kind(
    "StepCosineDecayWithOffset", .tf,
    "Cosine interpolation from each value to the next.",
    formula: "lr = (vᵢ − vᵢ₊₁)·(cos π(s − bᵢ)/(bᵢ₊₁ − bᵢ) + 1)/2 + vᵢ₊₁ from bᵢ to bᵢ₊₁, s = t − offset",
    differs: """
      The boundaries are where each value stands, so the first should be 0. Behind the last one TensorFlow divides by zero, \
      and a run that comes there is refused.
      """,
    source: garden("StepCosineDecayWithOffset"),
    example: #"{"boundaries": [0, 60, 90], "values": [0.1, 0.05, 0.001]}"#
  ) {
    Declaration(
      law: Parameter<[Double]>("boundaries", role: .milestones, "The steps at which the values apply."),
      Parameter<[Double]>("values", "The rates: as many as boundaries."), offset, name,
      make: { (boundaries, values, offset, _) throws(Diagnostic) in
        guard boundaries.count == values.count else {
          throw Diagnostic(.value, "there must be as many boundaries as values", of: "boundaries")
        }
        guard let end = boundaries.last else { throw .reported }
        let phases = Phase.moving(boundaries.dropLast().enumerated().map { ($1 + offset, "wave \($0 + 1)") })
        return .absolute(length: max(1, offset + end), phases: phases) { (count) throws(Diagnostic) in
          let passed = count - offset
          let index = boundaries.indices.dropFirst().last { passed >= boundaries[$0] } ?? 0
          // The last wave, to 0, has no length; the first begins at 0 wherever its boundary is.
          let last = index + 1 == boundaries.count
          let start = index == 0 ? 0 : boundaries[index]
          let length = last ? 0 : boundaries[index + 1] - boundaries[index]
          let next = last ? 0 : values[index + 1]
          let angle = try Python.quotient(.pi * (passed - start), length, "the length after the last boundary")
          return (values[index] - next) * (Libm.cos(angle) + 1) / 2 + next
        }
      }
    ).requiring(.filled("boundaries"))
  }

  private static let power = Parameter("power", default: 1.0, "The power; a negative one falls.")
  private static let offset = Parameter("offset", default: 0.0, "Steps before it begins.")

  private static func initialRate(_ help: String) -> Parameter<Double> {
    Parameter("initial_learning_rate", role: .start, help)
  }

  private static func garden(_ name: String) -> String {
    "`official.modeling.optimization.\(name)` of the TensorFlow Model Garden."
  }
}
