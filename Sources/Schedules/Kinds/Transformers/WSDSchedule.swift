import Diagnostics

/// Rises, holds the rate, and falls: warm-up, stable, decay.
///
/// λ(s) = f·(1 − r) + r, where f goes from 0 to 1 in the warm-up and back in the decay, along a line, half a cosine wave
/// or 1 − √; 1 between them, and r at the end. Source: `transformers.get_wsd_schedule`.
struct WSDSchedule: TrainingCurve {
  enum Path: String, Choice {
    case linear, cosine
    case oneMinusSquareRoot = "1-sqrt"
  }

  let decay: Double
  let stable: Double?
  let warmUpPath: Path
  let decayPath: Path
  let lowest: Double
  let cycles: Double

  static let kind = Kind(
    "warmup_stable_decay", .transformers,
    "Warms up, keeps the base rate, and falls in the last num_decay_steps.",
    formula: """
      lr(s) = b * (r + (1 - r) * rise(s / W))                  for s < W = num_warmup_steps; r = min_lr_ratio
      lr(s) = b                                                for the num_stable_steps after it
      lr(s) = b * (r + (1 - r) * fall(q / num_decay_steps))    q steps later
      lr(s) = b * r                                            at the end
      """,
    differs: "The first update is at min_lr_ratio, the peak at step W, and the end one step past the last; it is held. "
      + "num_stable_steps wins over num_training_steps, from which they are else worked out.",
    source: "`transformers.get_scheduler(\"warmup_stable_decay\")`, 5.23.0; arXiv:2404.06395.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "num_decay_steps": 20}"#
  ) {
    Declaration(
      training: Parameter("num_decay_steps", "Steps of the decay, the last of the run."),
      Parameter(
        "num_stable_steps", default: Double?.none, "Steps between; those of num_training_steps that are left."),
      Parameter("warmup_type", default: Path.linear, "Along what the warm-up rises."),
      Parameter("decay_type", default: Path.cosine, "Along what the decay falls."),
      Parameter("min_lr_ratio", default: 0, "The first and the last rate, as a part of the base rate."),
      Parameter("num_cycles", default: 0.5, "Waves of a cosine decay; 0.5 goes down once."),
      make: WSDSchedule.init)
  }

  var needsTotal: Bool { stable == nil }

  private func stable(in training: Training) -> Double { stable ?? training.total - training.warmUp - decay }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    let warmUp = training.warmUp
    let stable = stable(in: training)
    if step < warmUp { return raise(rise(step / max(1, warmUp))) }
    if step < warmUp + stable { return 1 }
    if step < warmUp + stable + decay { return raise(try fall((step - warmUp - stable) / max(1, decay))) }
    return lowest
  }

  private func rise(_ progress: Double) -> Double {
    switch warmUpPath {
    case .linear: Rise.linear(progress)
    case .cosine: Rise.cosine(progress)
    case .oneMinusSquareRoot: Rise.oneMinusSquareRoot(progress)
    }
  }

  private func fall(_ progress: Double) throws(Diagnostic) -> Double {
    switch decayPath {
    case .linear: Fall.linear(progress)
    case .cosine: 0.5 * (1 + (try Python.call(.cos, .pi * cycles * 2 * progress)))
    case .oneMinusSquareRoot: 1 - (try Python.call(.sqrt, progress))
    }
  }

  private func raise(_ factor: Double) -> Double { max(0, factor * (1 - lowest) + lowest) }

  func length(behind warmUp: Double) -> Double? { stable.map { warmUp + $0 + decay } }

  func note(in stretches: inout Stretches, _ training: Training) {
    let decayStart = training.warmUp + stable(in: training)
    stretches.begin("stable", at: training.warmUp, .jumps)
    stretches.begin("decay", at: decayStart)
    stretches.begin("end", at: decayStart + decay, .jumps)
  }
}
