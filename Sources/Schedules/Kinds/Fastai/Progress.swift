import Diagnostics

extension Fastai {
  /// The part of a training that is over: fastai's `pct_train`.
  ///
  /// In epoch e of E it begins at e/E, and 1/(E·n) is added after each of the n batches, so it has the rounding of a sum.
  struct Progress: Sendable {
    private var epochs: Int?
    private var batches = 1
    private var step = -1
    private var position = 0.0

    /// The progress of a training of so many epochs; the run's, if none are given.
    init(epochs: Int? = nil) { self.epochs = epochs }

    mutating func bind(to run: RunLength) {
      epochs = epochs ?? run.epochs
      batches = max(1, run.perEpoch)
    }

    /// How many steps the training has.
    var count: Double? { epochs.map { Double($0) * Double(batches) } }

    /// Refuses a training whose length is not known.
    func require() throws(Diagnostic) {
      if epochs == nil {
        throw Diagnostic(
          .value, "it needs to know how long the training is, which no run gives", hint: "give “epochs”")
      }
    }

    /// The first step at or after a part of the training, both in single precision, as fastai compares them.
    func first(from part: Double) -> Double {
      guard let count, count >= 1, let near = Int(exactly: (part * count).rounded(.down)) else { return 0 }
      // Rounding moves it by one step at most.
      let first = (near - 1...near).first { Float(Double($0) / count) >= Float(part) }
      return Double(max(0, first ?? near + 1))
    }

    /// The progress in a step; after the end the last batch's.
    mutating func move(to step: Int) -> Double {
      guard let epochs, let count, count >= 1 else { return 0 }
      let last = Int(exactly: min(count, 0x1p53)).map { $0 - 1 } ?? 0
      let wanted = max(0, min(step, last))
      let (epoch, batch) = (wanted / batches, wanted % batches)
      if self.step != wanted || batch == 0 {
        let goesOn = batch > 0 && self.step == wanted - 1
        if !goesOn { position = Double(epoch) / Double(epochs) }
        for _ in 0..<(goesOn ? 1 : batch) { position += 1 / (Double(batches) * Double(epochs)) }
      }
      self.step = wanted
      return position
    }
  }
}
