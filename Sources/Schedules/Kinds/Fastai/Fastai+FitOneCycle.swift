import Diagnostics

extension Fastai {
  /// Rises to the peak and falls almost to zero, along half a cosine each, and momentum against it.
  struct FitOneCycle: Policy {
    let epochs: Int?
    private let peaks: PerGroup<Double>?
    private var cycle: OneCycle

    private init(epochs: Int?, peaks: PerGroup<Double>?, cycle: OneCycle) {
      self.epochs = epochs
      self.peaks = peaks
      self.cycle = cycle
    }

    static let kind = Kind(
      "fit_one_cycle", short: "one-cycle", .fastai,
      "Rises to the peak and falls almost to zero, along half a cosine each, momentum against it.",
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
        Parameter<Int?>("n_epoch", default: nil, in: .between(1, 1e9), "Epochs of the training; the run's if null."),
        Parameter<PerGroup<Double>?>("lr_max", default: nil, "The peak; each group's own rate if null."),
        Parameter("div", default: 25, "The first rate is the peak divided by this."),
        Parameter("div_final", default: 1e5, "The rate goes towards the peak divided by this."),
        Parameter("pct_start", default: 0.25, in: .between(0, 1), "The part of the training that rises."),
        Parameter("moms", default: [0.95, 0.85, 0.95], "Momentum at the start, at the peak, at the end.")
      ) { (epochs, peaks, div, divFinal, start, moms) throws(Diagnostic) in
        let cycle = OneCycle(div: div, divFinal: divFinal, start: start, moms: moms)
        return Annealing(FitOneCycle(epochs: epochs, peaks: peaks, cycle: cycle))
      }
    }

    mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic) {
      let given = try peaks?.values(for: optimizer, as: "lr_max")
      try cycle.prepare(peaks: given ?? optimizer.groups.map { $0.initialLR ?? $0.lr }, optimizer)
    }

    func write(to group: inout ParamGroup, index: Int, base: Double, at position: Double) {
      cycle.write(to: &group, index: index, at: position)
    }

    var drives: Driven { cycle.drives }
    var stretches: [(start: Double, label: String)] { cycle.stretches }
  }
}
