import Diagnostics
import JSON
import Schedules

/// A scheduler and the part of a run that it is stepped for: what most rules look at.
struct LintStretch {
  let node: Node
  /// In the scheduler's own count.
  let run: RunLength
  let interval: Interval
  let stepsPerEpoch: Int
  /// The optimizer before anything was attached to it.
  let optimizer: Optimizer

  /// More rates than this are not looked at.
  private static let mostValues = 1_000_000

  /// “epochs” or “steps”, as the scheduler counts.
  var unit: String { interval == .step ? "steps" : "epochs" }

  /// How long the schedule is by its own account, and where it says so.
  var length: (steps: Double, name: String, range: SourceRange)? {
    guard let own = node.scheduler.length, own > 0,
      let source = LintStretch.lengthNames.lazy.compactMap({ name in node.member(name) }).first
    else { return nil }
    return (own, source.key, source.value.range)
  }

  /// The length, or that of a first cycle that may not be finished either.
  var lengthOrCycle: (steps: Double, name: String, range: SourceRange)? {
    if let length { return length }
    for name in LintStretch.cycleNames {
      guard let member = node.member(name), case .number(let number) = member.value.content, number.value > 0 else {
        continue
      }
      return (number.value, member.key, member.value.range)
    }
    // torch's default is made for steps, and torch steps it per epoch unless it is told.
    return node.name == "CyclicLR" ? (2000, "step_size_up", node.range) : nil
  }

  /// The parameters that frameworks call their total, the most telling first.
  private static let lengthNames = [
    "T_max", "total_steps", "num_training_steps", "decay_steps", "t_initial", "transition_steps", "total_iters",
    "total_num_steps", "lr_decay_steps", "max_iters", "max_iter", "max_update", "total_num_update", "anneal_epochs",
    "total_epoch", "epochs",
  ]
  private static let cycleNames = ["T_0", "step_size_up"]

  /// The first group's rates when the scheduler is alone with the optimizer, up to `count` of them.
  func rates(_ count: Int) -> [Double] {
    guard !node.scheduler.watchesMetric else { return [] }
    var (optimizer, node) = (optimizer, node)
    var rates: [Double] = []
    do throws(Diagnostic) {
      try node.start(&optimizer)
      while rates.count < min(count, LintStretch.mostValues) {
        guard let rate = optimizer.groups.first?.lr else { break }
        rates.append(rate)
        if rates.count < count { try node.step(&optimizer, metric: nil) }
      }
    } catch {
      // What cannot go on has been told as an error, or is never stepped so far.
    }
    return rates
  }
}
