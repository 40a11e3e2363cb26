import Diagnostics

extension Fastai {
  /// Stays at the base rate, and then falls almost to zero along half a cosine.
  struct FitFlatCos: Policy {
    let epochs: Int?
    private let divFinal: Double
    private let start: Double
    private var curves: [CombinedCos] = []

    private init(epochs: Int?, divFinal: Double, start: Double) {
      self.epochs = epochs
      self.divFinal = divFinal
      self.start = start
    }

    static let kind = Kind(
      "fit_flat_cos", short: "flat-cos", .fastai,
      "Stays at the base rate, and then falls almost to zero along half a cosine: flat cosine.",
      formula: "lr = combined_cos(pct_start, base, base, base/div_final), at p = t/N",
      differs: """
        No warm-up, and momentum is left alone. It is the shape flat-cosine with an end that is a part of the base rate and \
        never used: the last batch is one short of it.
        """,
      source: "fastai.callback.schedule.Learner.fit_flat_cos, 2.8.12",
      example: #"{"n_epoch": 100}"#
    ) {
      Declaration(
        Parameter<Int?>("n_epoch", default: nil, in: .between(1, 1e9), "Epochs of the training; the run's if null."),
        Parameter("div_final", default: 1e5, "The rate goes towards the base rate divided by this."),
        Parameter("pct_start", default: 0.75, in: .between(0, 1), "The part of the training that is flat.")
      ) { (epochs, divFinal, start) throws(Diagnostic) in
        Annealing(FitFlatCos(epochs: epochs, divFinal: divFinal, start: start))
      }
    }

    mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic) {
      curves = []
      for group in optimizer.groups {
        let base = group.initialLR ?? group.lr
        curves.append(
          try CombinedCos(first: start, start: base, middle: base, end: base / divFinal, of: "pct_start"))
      }
    }

    func write(to group: inout ParamGroup, index: Int, base: Double, at position: Double) {
      group.lr = curves[index].value(at: position)
    }

    var stretches: [(start: Double, label: String)] { [(0, "flat"), (start, "decay")] }
  }
}
