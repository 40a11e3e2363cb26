import Diagnostics

extension Fastai {
  /// The curves of one cycle: of the rate for each group, and of momentum.
  struct OneCycle: Sendable {
    let div: Double
    let divFinal: Double
    let start: Double
    let moms: [Double]
    private var rates: [CombinedCos] = []
    private var momentum: CombinedCos?

    init(div: Double, divFinal: Double, start: Double, moms: [Double]) {
      self.div = div
      self.divFinal = divFinal
      self.start = start
      self.moms = moms
    }

    /// Makes the curves for groups with these peaks.
    mutating func prepare(peaks: [Double], _ optimizer: Optimizer) throws(Diagnostic) {
      rates = []
      for peak in peaks {
        rates.append(
          try CombinedCos(first: start, start: peak / div, middle: peak, end: peak / divFinal, of: "pct_start"))
      }
      guard moms.count == 3 else {
        throw Diagnostic(
          .value, "“moms” has three values: the first, that at the peak of the rate, the last", of: "moms")
      }
      let curve = try CombinedCos(first: start, start: moms[0], middle: moms[1], end: moms[2], of: "pct_start")
      momentum = optimizer.supportsMomentum ? curve : nil
    }

    func write(to group: inout ParamGroup, index: Int, at position: Double) {
      group.lr = rates[index].value(at: position)
      if let momentum { group.drive(momentum: momentum.value(at: position)) }
    }

    /// Known only when it is attached: an optimizer without momentum keeps what it has.
    var drives: Driven { momentum == nil ? [] : .momentum }

    var stretches: [(start: Double, label: String)] { [(0, "warm-up"), (start, "decay")] }
  }
}
