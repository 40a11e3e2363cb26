import Diagnostics
import JSON

extension Optax {
  /// Joins cycles of a linear rise and half a cosine wave, each with lengths and rates of its own.
  ///
  /// A cycle takes its `decay_steps`; the last one holds its end. Source: `optax.sgdr_schedule`, 0.2.8; arXiv:1608.03983.
  struct SgdrSchedule: AbsoluteRule {
    private let cycles: [Cycle]
    /// Where each cycle begins.
    private let starts: [Double]

    init(cycles: [Cycle]) throws(Diagnostic) {
      guard !cycles.isEmpty else { throw .told }
      self.cycles = cycles
      var starts = [0.0]
      for cycle in cycles.dropLast() { starts.append(starts[starts.count - 1] + cycle.decaySteps) }
      self.starts = starts
    }

    static let kind = Kind(
      "sgdr_schedule", short: "sgdr", .optax,
      "Joins cycles of a linear rise and a half cosine, each with lengths and rates of its own.",
      formula: "lr(t) = warmup_cosine_decay_schedule of the cycle at t, from its own zero",
      differs: """
        Each cycle takes its decay_steps, warm-up included; the last one holds its end. torch’s warm restarts lengthen by \
        T_mult instead.
        """,
      source: "`optax.sgdr_schedule`, 0.2.8; arXiv:1608.03983.",
      example: """
        {"cosine_kwargs": [{"init_value": 0, "peak_value": 0.1, "warmup_steps": 5, "decay_steps": 30}, \
        {"init_value": 0, "peak_value": 0.05, "warmup_steps": 5, "decay_steps": 60}]}
        """
    ) {
      Declaration(
        rule: Parameter("cosine_kwargs", "The cycles: the parameters of warmup_cosine_decay_schedule for each."),
        make: SgdrSchedule.init
      ).requiring(.filled("cosine_kwargs"))
    }

    func value(at count: Double) -> Double {
      // The last one that has begun: one of no positive length never shows, or stays until a later one begins.
      let index = starts.lastIndex { !(count < $0) } ?? 0
      return cycles[index].schedule.value(at: count - starts[index])
    }

    var length: Double? { starts.last.map { $0 + (cycles.last?.decaySteps ?? 0) } }

    var phases: [Phase] {
      var stretches: [(start: Double, label: String)] = []
      for (number, cycle) in cycles.enumerated() where stretches.count < 100 {
        let start = max(0, starts[number])
        if cycle.warmupSteps > 0 { stretches.append((start, "warm-up \(number + 1)")) }
        stretches.append((start + max(0, cycle.warmupSteps), "cycle \(number + 1)"))
      }
      return Phase.stretches(stretches)
    }
  }

  /// One cycle of `sgdr_schedule`: what `warmup_cosine_decay_schedule` takes.
  struct Cycle: Record {
    let schedule: WarmupCosineDecaySchedule
    let warmupSteps: Double
    let decaySteps: Double

    static let noun = "a cycle"

    static var members: [ParameterDescription] {
      let own = WarmupCosineDecaySchedule.parameters
      return [own.initial, own.peak, own.warmupSteps, own.decaySteps, own.end, own.exponent].map(\.description)
    }

    static func read(from fields: Fields, _ reading: inout Reading) -> Cycle? {
      let own = WarmupCosineDecaySchedule.parameters
      let all = [own.initial, own.peak, own.warmupSteps, own.decaySteps, own.end, own.exponent]
      let values = all.map { $0.read(from: fields, &reading) }
      let given = values.compactMap { $0 }
      guard given.count == all.count else { return nil }
      do throws(Diagnostic) {
        let schedule = try WarmupCosineDecaySchedule(
          initial: given[0], peak: given[1], warmupSteps: given[2], decaySteps: given[3], end: given[4],
          exponent: given[5])
        return Cycle(schedule: schedule, warmupSteps: given[2], decaySteps: given[3])
      } catch {
        let member = error.parameter.flatMap { fields[$0] }
        reading.report(error.located(at: member?.value.range ?? fields.nameRange))
        return nil
      }
    }
  }
}
