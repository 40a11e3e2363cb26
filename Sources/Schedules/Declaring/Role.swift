/// What a parameter does to a schedule, whatever its framework calls it.
///
/// Lint, `explain` and the command line ask a declaration for roles, and know no parameter by its name.
package enum Role: String, Sendable, CaseIterable {
  /// How long the whole schedule is, or what is left of it after the warm-up, in its own steps: `T_max`, `decay_steps`.
  case length
  /// The epochs of the run, which make a length together with the steps of each.
  case epochs
  /// How many steps an epoch has.
  case stepsPerEpoch
  /// How long the warm-up is.
  case warmup
  /// How long the rate is held.
  case hold
  /// How long the decay is, in a schedule with other phases before it.
  case decay
  /// Steps at which something happens: a list, or an object whose keys they are.
  case milestones
  /// How far apart drops are, or in how many steps a factor is multiplied in once.
  case period
  /// How long the first of several cycles is, or what of it comes first: `T_0`, `step_size_up`.
  case cycle
  /// How many cycles there are.
  case cycles
  /// How many cycles there are, of a kind that is there to have several.
  case restarts
  /// The first rate, or the part of the rate that a warm-up begins with.
  case start
  /// The highest rate, or what a warm-up leads to.
  case peak
  /// The lowest rate, or the last, as a rate.
  case floor
  /// What each drop, step, or reduction multiplies the rate by: `gamma`, `decay_rate`.
  case factor
  /// What a step adds to a count of something else, as samples.
  case increment
  /// A factor that is taken back in the end: the rate is divided by it.
  case released
  /// Whether a small metric is good or a large one: `min`, `max`, or what else a framework calls them.
  case mode
  /// How many values without improvement are tolerated.
  case patience
  /// How much better counts as better, as a part of the best unless the mode says otherwise.
  case threshold
  /// Whether the threshold is a part of the best, `rel`, or a difference, `abs`.
  case thresholdMode
}
