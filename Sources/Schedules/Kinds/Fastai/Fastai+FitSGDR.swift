import Diagnostics

extension Fastai {
  /// Falls to zero along half a cosine again and again, in cycles that grow.
  struct FitSGDR: Policy {
    private let total: Int
    private let peaks: PerGroup<Double>?
    private let cycles: Stitched<Int>
    private var curves: [SchedCos] = []

    private init(cycles: Int, length: Int, peaks: PerGroup<Double>?, growth: Int) throws(Diagnostic) {
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
      self.total = epochs
      self.peaks = peaks
      self.cycles = try Stitched(lengths.map { $0 / total }, Array(0..<cycles), of: "n_cycles")
    }

    static let kind = Kind(
      "fit_sgdr", short: "sgdr", .fastai, "Falls to zero along half a cosine again and again, in cycles that grow.",
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
        Parameter("n_cycles", in: .between(1, 100), "How many cycles there are."),
        Parameter("cycle_len", in: .between(1, 1e9), "Epochs of the first cycle."),
        Parameter<PerGroup<Double>?>("lr_max", default: nil, "The peak; each group's own rate if null."),
        Parameter("cycle_mult", default: 2, in: .between(0, 1e9), "How many times as long each is as the one before.")
      ) { (cycles, length, peaks, growth) throws(Diagnostic) in
        Annealing(try FitSGDR(cycles: cycles, length: length, peaks: peaks, growth: growth))
      }
    }

    var epochs: Int? { total }

    mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic) {
      let given = try peaks?.values(for: optimizer, as: "lr_max")
      curves = (given ?? optimizer.groups.map { $0.initialLR ?? $0.lr }).map { SchedCos(start: $0, end: 0) }
    }

    func write(to group: inout ParamGroup, index: Int, base: Double, at position: Double) {
      group.lr = curves[index].value(at: cycles.place(of: position).position)
    }

    var stretches: [(start: Double, label: String)] {
      cycles.starts.enumerated().map { ($1, "cycle \($0 + 1)") }
    }
  }
}
