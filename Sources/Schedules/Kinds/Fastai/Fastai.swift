import Diagnostics
import Text

extension Family {
  static let fastai = Family(name: "fastai", title: "fastai", interval: .step) { Fastai.kinds }
}

/// The schedules of fastai: `fastai.callback.schedule`, 2.8.12.
///
/// All are functions of the part of the training that is over, which is counted anew in every epoch and looked up before a
/// batch: the first batch is at 0, the last of N at (N − 1)/N, and 1 is never reached.
enum Fastai {
  static let kinds: [Kind] = [
    kind(
      "fit_one_cycle", short: "one-cycle",
      "One cycle: cosine warm-up and cosine decay almost to zero, with momentum in the opposite direction.",
      formula: """
        lr = combined_cos(pct_start, lr_max/div, lr_max, lr_max/div_final), momentum = combined_cos(pct_start, *moms), at
        p = t/N
        """,
      differs: """
        The end is a part of lr_max, where torch's OneCycleLR divides once more by div; the peak is at the first batch at or \
        behind pct_start·N, not one before. The end itself is never used.
        """,
      source: "fastai.callback.schedule.Learner.fit_one_cycle, 2.8.12; arXiv:1708.07120",
      example: #"{"n_epoch": 100, "lr_max": 0.1}"#
    ) {
      Declaration(
        epochs, peak, Parameter("div", default: 25.0, "The first rate is the peak divided by this."),
        Parameter("div_final", default: 1e5, "The rate goes towards the peak divided by this."),
        Parameter("pct_start", default: 0.25, in: .between(0, 1), "The fraction of the training that rises."),
        Parameter("moms", default: [0.95, 0.85, 0.95], "Momentum at the start, at the peak, at the end.")
      ) { (epochs, peaks, div, divFinal, start, moms) throws(Diagnostic) in
        Annealing(epochs: epochs, phases: [(0, "warm-up"), (start, "decay")]) { (optimizer) throws(Diagnostic) in
          guard moms.count == 3 else {
            throw Diagnostic(
              .value, "“moms” has three values: the first, that at the peak of the rate, the last", of: "moms")
          }
          var curves = GroupCurves()
          for peak in try Fastai.peaks(peaks, optimizer) {
            curves.rates.append(
              try combinedCos(start, from: peak / div, over: peak, to: peak / divFinal, of: "pct_start"))
          }
          let momentum = try combinedCos(start, from: moms[0], over: moms[1], to: moms[2], of: "pct_start")
          if optimizer.supportsMomentum { curves.momentum = momentum }
          return curves
        }
      }
    },
    kind(
      "fit_flat_cos", short: "flat-cos",
      "Flat, then cosine decay almost to zero.",
      formula: "lr = combined_cos(pct_start, base, base, base/div_final), at p = t/N",
      differs: """
        No warm-up, and momentum is left alone. It is the shape flat-cosine with an end that is a fraction of the base rate and \
        never used: the last batch is one short of it.
        """,
      source: "fastai.callback.schedule.Learner.fit_flat_cos, 2.8.12",
      example: #"{"n_epoch": 100}"#
    ) {
      Declaration(
        epochs, Parameter("div_final", default: 1e5, "The rate goes towards the base rate divided by this."),
        Parameter("pct_start", default: 0.75, in: .between(0, 1), "The fraction of the training that is flat.")
      ) { (epochs, divFinal, start) throws(Diagnostic) in
        Annealing(epochs: epochs, phases: [(0, "flat"), (start, "decay")]) { (optimizer) throws(Diagnostic) in
          var curves = GroupCurves()
          for base in try peaks(nil, optimizer) {
            curves.rates.append(try combinedCos(start, from: base, over: base, to: base / divFinal, of: "pct_start"))
          }
          return curves
        }
      }
    },
    kind(
      "fit_sgdr", short: "sgdr", "Cosine decay to zero with restarts, in cycles that grow.",
      formula: """
        lr = lr_max·(1 + cos πq)/2, q the part of the cycle that is over; cycle i has cycle_len·cycle_multⁱ epochs
        """,
      differs: """
        n_cycles says how many there are, and the training ends with the last. fastai finds its place in single precision, so a \
        cycle may begin a batch late, with a zero before it; the parts of the cycles must be 1 in sum to the bit.
        """,
      source: "fastai.callback.schedule.Learner.fit_sgdr, 2.8.12; arXiv:1608.03983",
      example: #"{"n_cycles": 3, "cycle_len": 10}"#
    ) {
      Declaration(
        Parameter<Int>("n_cycles", role: .cycles, in: .between(1, 100), "How many cycles there are."),
        Parameter<Int>("cycle_len", role: .period, in: .between(1, 1e9), "Epochs of the first cycle."), peak,
        Parameter(
          "cycle_mult", default: 2, in: .between(0, 1e9), "The length of each, as a multiple of the one before.")
      ) { (cycles, length, peaks, growth) throws(Diagnostic) in
        try sgdr(cycles, length, peaks, growth)
      }
    },
    kind(
      "LRFinder", short: "lr-find", "Exponential rise to find the rate at which training diverges.",
      formula: "lr = start_lr·(end_lr/start_lr)^(t/num_it)",
      differs: """
        It rises by equal factors, where the range test of DeepSpeed rises in a line. num_it is at least 6; end_lr is never \
        reached, and a longer run holds the last rate.
        """,
      source: "fastai.callback.schedule.LRFinder, 2.8.12; arXiv:1506.01186",
      example: #"{}"#
    ) {
      Declaration(
        law: Parameter("start_lr", role: .start, default: 1e-7, "The first rate."),
        Parameter("end_lr", role: .peak, default: 10.0, "The rate that it goes towards."),
        Parameter("num_it", role: .length, default: 100, in: .between(-1e12, 1e12), "Batches.")
      ) { (start, end, given) throws(Diagnostic) in
        if start == 0 { throw Diagnostic(.value, "“start_lr” must not be 0", of: "start_lr") }
        // fastai takes at least this many.
        let batches = Double(max(6, given))
        return .absolute(length: batches) { (count) throws(Diagnostic) in
          start * (try Python.power(end / start, max(0, min(count, batches - 1)) / batches))
        }
      }
    },
    kind(
      "SchedLin", short: "lin", "Linear change from start to end over the training.",
      formula: "lr = start + p·(end − start), p = t/N",
      differs:
        "It gives an absolute rate over the whole run of N batches; end is never reached, the last batch is at p = (N − 1)/N."
    ) { Declaration(start, end) { (start, end) in Annealing { start + $0 * (end - start) } } },
    kind(
      "SchedCos", short: "cos", "Cosine change from start to end over the training.",
      formula: "lr = start + (1 + cos π(1 − p))·(end − start)/2, p = t/N",
      differs:
        "It gives an absolute rate over the whole run of N batches, up or down; end is never reached, and it does not climb back."
    ) {
      Declaration(start, end) { (start, end) in
        let curve = cosine(from: start, to: end)
        return Annealing { curve($0) }
      }
    },
    kind(
      "SchedNo", short: "no", "Constant at start; end is ignored.",
      formula: "lr = start",
      differs: "It gives an absolute rate, and is of use in combine_scheds.",
      example: #"{"start": 0.1, "end": 0.1}"#
    ) {
      Declaration(start, Parameter<Double>("end", "Ignored.")) { (start, _) in Annealing { _ in start } }
    },
    kind(
      "SchedExp", short: "exp", "Exponential change from start to end: a line on a log axis.",
      formula: "lr = start·(end/start)ᵖ, p = t/N",
      differs:
        "Both ends are given in place of a factor per step; end is never reached, the last batch is at p = (N − 1)/N."
    ) {
      Declaration(start, end) { (start, end) throws(Diagnostic) in
        if start == 0 { throw Diagnostic(.value, "“start” must not be 0: no factor leads away from it", of: "start") }
        return Annealing { (position) throws(Diagnostic) in start * (try Python.power(end / start, position)) }
      }
    },
    kind(
      "SchedPoly", short: "poly", "Polynomial change from start to end.",
      formula: "lr = start + (end − start)·p^power, p = t/N",
      differs: """
        The power is of what is over, where torch's PolynomialLR has what is left: with 2 it leaves start slowly and comes to \
        end fast. end is never reached.
        """,
      example: #"{"start": 0.1, "end": 0.001, "power": 2}"#
    ) {
      Declaration(start, end, Parameter<Double>("power", "The power; 1 is linear.")) {
        (start, end, power) throws(Diagnostic) in
        if power < 0 { throw Diagnostic(.value, "“power” must be at least 0: position 0 has no inverse", of: "power") }
        return Annealing { (position) throws(Diagnostic) in
          start + (end - start) * (try Python.power(position, power))
        }
      }
    },
    kind(
      "combine_scheds", short: "combine", "Concatenates schedules, each over its fraction of the training.",
      formula: "lr = schedᵢ((p − Pᵢ)/pctsᵢ), Pᵢ the sum of the parts before it, p = t/N",
      differs: """
        The milestones are parts of the run, and each sched gives absolute rates. fastai finds its place in single precision, \
        so one may begin a batch late; the parts must be 1 in sum to the bit.
        """,
      example: """
        {"pcts": [0.3, 0.7], "scheds": [{"type": "fastai.SchedLin", "start": 0, "end": 0.1}, \
        {"type": "fastai.SchedCos", "start": 0.1, "end": 0}]}
        """
    ) {
      Declaration(
        Parameter<[Double]>("pcts", "The fraction of the training that each has; 1 in sum."),
        Parameter<Children>("scheds", "The scheds, in order.")
      ) { (parts, children) throws(Diagnostic) in try combined(parts, children) }
    },
    kind(
      "combined_cos", short: "combined-cos", "Cosine change from start to middle, then from middle to end.",
      formula: """
        lr = start + (1 + cos π(1 − p/pct))·(middle − start)/2 up to p = pct, then
        middle + (1 + cos π(1 − (p − pct)/(1 − pct)))·(end − middle)/2, p = t/N
        """,
      differs: """
        middle is at the batch that is the first at pct·N or later, where torch's OneCycleLR has it at pct·N − 1; end is never \
        reached.
        """,
      example: #"{"pct": 0.25, "start": 0.004, "middle": 0.1, "end": 1e-06}"#
    ) {
      Declaration(
        Parameter<Double>("pct", "The fraction of the training that goes to middle."),
        Parameter<Double>("start", role: .start, "The first value."),
        Parameter<Double>("middle", role: .peak, "The value at pct."),
        Parameter<Double>("end", role: .floor, "The value at position 1, which a training does not reach.")
      ) { (first, start, middle, end) throws(Diagnostic) in
        let curve = try combinedCos(first, from: start, over: middle, to: end, of: "pct")
        let starts = zip(try Stitched([first, 1 - first], [0, 1], of: "pct").starts, ["first", "second"])
        return Annealing(phases: starts.map { ($0, $1) }) { curve($0) }
      }
    },
  ]

  private static func kind(
    _ name: String, short: String, _ summary: String, formula: String, differs: String, source: String? = nil,
    example: String = #"{"start": 0.1, "end": 0.001}"#, declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, short: short, .fastai, summary, formula: formula, differs: differs,
      source: source ?? "fastai.callback.schedule.\(name), 2.8.12", example: example, declare: declare)
  }

  private static let epochs = Parameter<Int?>(
    "n_epoch", role: .length, default: nil, in: .between(1, 1e9), "Epochs of the training; the run's if null.")
  private static let peak = Parameter<PerGroup<Double>?>(
    "lr_max", role: .peak, default: nil, "The peak; each group's own rate if null.")
  private static let start = Parameter<Double>("start", role: .start, "The value at position 0.")
  private static let end = Parameter<Double>("end", "The value at position 1, which a training does not reach.")

  /// The peak of each group: the given one, or its own rate.
  private static func peaks(_ given: PerGroup<Double>?, _ optimizer: Optimizer) throws(Diagnostic) -> [Double] {
    try given?.values(for: optimizer, as: "lr_max") ?? optimizer.groups.map { $0.initialLR ?? $0.lr }
  }

  typealias Curve = @Sendable (_ position: Double) -> Double

  private static func cosine(from start: Double, to end: Double) -> Curve {
    { start + (1 + Libm.cos(.pi * (1 - $0))) * (end - start) / 2 }
  }

  /// Two half cosines, the second where the first ends: to `middle` in the part `first`, then to `end`.
  private static func combinedCos(
    _ first: Double, from start: Double, over middle: Double, to end: Double, of name: String
  ) throws(Diagnostic) -> Curve {
    let stitched = try Stitched(
      [first, 1 - first], [cosine(from: start, to: middle), cosine(from: middle, to: end)], of: name)
    return { position in
      let place = stitched.place(of: position)
      return place.piece(place.position)
    }
  }

  private static func sgdr(
    _ cycles: Int, _ length: Int, _ peaks: PerGroup<Double>?, _ growth: Int
  ) throws(Diagnostic) -> Annealing {
    guard growth != 1 else {
      throw Diagnostic(
        .value, "“cycle_mult” must not be 1: fastai divides by cycle_mult − 1", of: "cycle_mult",
        hint: "CosineAnnealingWarmRestarts has cycles of one length")
    }
    // Each cycle is `growth` times as long as the one before it; all together, length·(growthⁿ − 1)/(growth − 1).
    var (total, last) = (0.0, Double(length))
    var lengths: [Double] = []
    for _ in 0..<cycles {
      lengths.append(last)
      total += last
      last *= Double(growth)
    }
    guard let epochs = Int(exactly: total), total <= 1e9 else {
      throw Diagnostic(.value, "the cycles are more than 10⁹ epochs together", of: "n_cycles")
    }
    let stitched = try Stitched(lengths.map { [total] in $0 / total }, Array(0..<cycles), of: "n_cycles")
    let phases = stitched.starts.enumerated().map { ($1, "cycle \($0 + 1)") }
    return Annealing(epochs: epochs, phases: phases) { (optimizer) throws(Diagnostic) in
      GroupCurves(
        rates: try Fastai.peaks(peaks, optimizer).map { peak in
          let curve = cosine(from: peak, to: 0)
          return { curve(stitched.place(of: $0).position) }
        })
    }
  }

  private static func combined(_ parts: [Double], _ children: Children) throws(Diagnostic) -> Annealing {
    var pieces: [(label: String, sched: Annealing.Sched)] = []
    for node in children.nodes {
      guard let sched = (node.scheduler as? Annealing)?.sched else {
        throw Diagnostic(
          .value, "combine_scheds puts fastai's scheds together, and \(node.name) is none", at: node.range,
          hint: "fastai.SchedCos is one; SequentialLR takes any scheduler")
      }
      pieces.append((node.label, sched))
    }
    let stitched = try Stitched(parts, pieces, of: "pcts")
    return Annealing(phases: zip(stitched.starts, pieces).map { ($0, $1.label) }) { (position) throws(Diagnostic) in
      let place = stitched.place(of: position)
      return try place.piece.sched(place.position)
    }
  }
}
