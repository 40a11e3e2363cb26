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
  case earlyEnd = "early-end"
  case jump
  case ignored
  case inverted
  case range
  case vanishing
  case noEffect = "no-effect"
  case resumeJump = "resume-jump"
  case resumeIgnored = "resume-ignored"
  case resumeRewarm = "resume-rewarm"
  case resumeZero = "resume-zero"
  case resumeEnd = "resume-end"
  case resumeOrder = "resume-order"
  case resumeShape = "resume-shape"

  /// What it finds, in one sentence.
  package var summary: String {
    switch self {
    case .bounce: "A cosine that is stepped beyond its end and climbs back up."
    case .unfinished: "A schedule that is longer than the run and never reaches its last rate."
    case .warmup: "A warm-up that is longer than the run, or than its part of it."
    case .milestones: "Milestones, drops or restarts that lie beyond the end of the run."
    case .units: "Epochs where steps are counted, or the other way round."
    case .zeroStart: "A first update at rate zero that the file asks for."
    case .overwrite: "A scheduler that computes the rate from the base rate and undoes what others do."
    case .sequence: "A scheduler in a sequence that rewrites the base rate of all the others."
    case .restoration: "A factor that is removed from a rate that never had it: the rate jumps up."
    case .metric: "A negative metric with a relative threshold."
    case .earlyEnd: "A schedule that ends before the run: the rest runs at 0 or at its last rate."
    case .jump: "An unintended jump of the rate where two parts meet."
    case .ignored: "A rate or a momentum in the file that the schedule replaces: it is never used."
    case .inverted:
      "A floor above the base rate, a factor above 1, a warm-up that falls, or cycles that sink below their floor."
    case .range: "A rate below 0, a momentum outside 0 to 1, or a law far from what it was fitted to."
    case .vanishing: "A rate that falls below a trillionth of its peak, or to 0 by underflow."
    case .noEffect: "A parameter or a scheduler that does nothing."
    case .resumeJump: "A rate that jumps where a run is resumed."
    case .resumeIgnored: "A value of the resumed run that the checkpoint overrides."
    case .resumeRewarm: "A warm-up that a resumed run goes through again."
    case .resumeZero: "A rate that is 0 when the run is resumed, and stays 0."
    case .resumeEnd: "A resumed run that is longer than the schedule in its checkpoint."
    case .resumeOrder: "An order of loading, or a last_epoch, that leaves a rate of neither schedule."
    case .resumeShape: "A checkpoint of other schedulers, or of another number of them."
    }
  }
}
