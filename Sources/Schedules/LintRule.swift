/// A kind of mistake, by the name that `$lint` and `--allow` know.
package enum LintRule: String, Choice {
  case bounce
  case unfinished
  case warmup
  case milestones
  case units
  case zeroStart = "zero-start"
  case overwrite
  case sequence
  case restoration
  case metric

  /// What it finds, in one sentence.
  package var summary: String {
    switch self {
    case .bounce: "A cosine that is stepped beyond its end, and climbs back up."
    case .unfinished: "A schedule that is longer than the run, and never gets to its last rate."
    case .warmup: "A warm-up that is longer than the run, or than its part of it."
    case .milestones: "Milestones, drops or restarts that lie beyond the end of the run."
    case .units: "Numbers of epochs where steps are counted, or the other way round."
    case .zeroStart: "A first update at rate zero, which changes nothing."
    case .overwrite: "A scheduler in a chain that undoes what another one did before it."
    case .sequence: "A scheduler in a sequence that rewrites the base rate of all the others."
    case .restoration: "A factor that is taken back from a rate that never had it, so that the rate jumps up."
    case .metric: "A negative metric where better means a part of the best one."
    }
  }
}
