import Text

/// What people call a parameter by what it does, whatever its framework calls it: `warmup_steps`, `min_lr`.
package struct RoleName: Sendable, Equatable {
  package let role: Role
  /// What it counts, where the name says so.
  package var unit: Interval?
  /// Whether its value is a part of the whole, 0.06, and no number of steps.
  package var isRatio = false
  /// Whether a length is that of the whole schedule, warm-up included, rather than of the run.
  package var isTotal = false

  /// The meaning of a name; `nil` for one that says nothing.
  package init?(_ name: String) {
    let word = name.folded
    if let role = RoleName.rate(word) {
      self.role = role
      return
    }
    switch word {
    case "gamma", "lrgamma", "decayrate", "lrdecayrate", "decayfactor", "lrdecayfactor", "lrdecay", "factor",
      "lrfactor",
      "dropfactor", "droprate", "reducefactor", "reductionfactor", "lrreductionfactor", "lrshrink":
      role = .factor
      return
    case "mindelta", "minimumdelta":
      role = .threshold
      return
    case "milestones", "boundaries", "decaymilestones", "lrsteps", "lrmilestones", "stepmilestones", "dropat":
      role = .milestones
      return
    default: break
    }
    var stem = word.begins(with: "lrdecay") ? "" : word
    for prefix in ["num", "lr", "n"] where stem.begins(with: prefix) && stem.utf8.count > prefix.utf8.count + 3 {
      stem = stem.dropping(first: prefix.utf8.count)
      break
    }
    for (ending, unit, isRatio) in RoleName.endings where stem.ends(with: ending) {
      guard let role = RoleName.length(stem.dropping(last: ending.utf8.count)) else { continue }
      if isRatio, role == .length { return nil }
      self.role = role
      self.unit = unit
      self.isRatio = isRatio
      isTotal = stem.begins(with: "total") || stem.begins(with: "training")
      return
    }
    isTotal = word == "ttotal" || word.begins(with: "lrdecay")
    switch word {
    case "tmax", "ttotal", "tinitial", "lrdecaysteps", "lrdecayiters": role = .length
    case "warmup", "nwarmup", "warmupt", "warmuplength", "burnin": role = .warmup
    case "cooldown": role = .decay
    case "stepsize", "dropevery", "decayt", "decayepochs": role = .period
    case "t0", "cyclelength", "firstcyclesteps", "cyclesteps", "cycleepochs", "restartevery": role = .cycle
    default: return nil
    }
  }

  /// Endings of lengths, with what they count and whether they are parts of the whole.
  private static let endings: [(ending: String, unit: Interval?, isRatio: Bool)] = [
    ("steps", .step, false), ("step", .step, false), ("iters", .step, false), ("iterations", .step, false),
    ("iter", .step, false), ("updates", .step, false), ("numsteps", .step, false), ("epochs", .epoch, false),
    ("epoch", .epoch, false), ("ratio", nil, true), ("fraction", nil, true), ("frac", nil, true),
    ("proportion", nil, true), ("percent", nil, true), ("percentage", nil, true), ("pct", nil, true),
    ("perc", nil, true),
  ]

  private static func length(_ stem: String) -> Role? {
    switch stem {
    case "warmup", "linearwarmup", "warmupnum", "rampup", "burnin": .warmup
    case "decay", "cooldown", "rampdown", "anneal": .decay
    case "hold", "stable", "constant", "flat": .hold
    case "max", "total", "train", "training", "maxtrain", "totaltraining", "totaltrain", "": .length
    default: nil
    }
  }

  private static func rate(_ word: String) -> Role? {
    switch word {
    case "minlr", "etamin", "mineta", "lrmin", "minlearningrate", "minimumlr", "finallr", "finallearningrate", "endlr",
      "lrend", "lrfinal", "floor":
      .floor
    case "maxlr", "lrmax", "etamax", "peaklr", "maxlearningrate", "peaklearningrate", "maximumlr", "peakvalue": .peak
    default: nil
    }
  }
}
