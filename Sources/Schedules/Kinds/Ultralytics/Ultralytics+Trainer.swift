import Diagnostics

extension Ultralytics {
  /// Steps an epoch's factor on every rate, and overrules it in every batch of the warm-up.
  struct Trainer: Clocked {
    private let hyper: Hyperparameters
    private let release: Release
    private var run: RunLength?
    /// Batches of the warm-up.
    private var warmup = 0.0
    /// What warms up to a momentum of its own; `nil` where the optimizer has none, or has betas.
    private var momenta: [Double?] = []
    /// The rate that each group begins with.
    private var first: [Double] = []
    var clock = Clock()

    init(_ hyper: Hyperparameters, _ release: Release) {
      self.hyper = hyper
      self.release = release
    }

    mutating func adopt(_ run: RunLength) {
      self.run = run
      warmup = release.warmup(of: hyper.warmupEpochs, in: run)
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      guard run != nil else {
        throw Diagnostic(
          .value, "it goes by the epochs of a run, and no run tells how many and how long they are",
          hint: "give “epochs”")
      }
      momenta = optimizer.groups.map { $0.betas == nil ? $0.momentum : nil }
      first = optimizer.groups.map { $0.name?.lowercased().hasPrefix("bias") == true ? hyper.warmupBiasLR : 0 }
    }

    func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      guard let run else { return }
      let batches = max(1, run.perEpoch)
      let batch = max(0, clock.epoch)
      let isWarmingUp = warmup > 0 && Double(batch) <= warmup
      let epoch = isWarmingUp ? batch / batches : release.epoch(of: batch, by: batches, behind: warmup)
      let factor = hyper.factor(in: Double(epoch), of: Double(run.epochs))
      for (index, base) in clock.bases.enumerated() {
        let rate = base * factor
        optimizer.groups[index].lr =
          isWarmingUp ? warmed(batch, from: first[index], to: rate) : rate
        if isWarmingUp, let momentum = momenta[index] {
          optimizer.groups[index].momentum = warmed(batch, from: hyper.warmupMomentum, to: momentum)
        }
      }
    }

    /// `numpy.interp` from 0 to the end of the warm-up.
    private func warmed(_ batch: Int, from start: Double, to end: Double) -> Double {
      Double(batch) == warmup ? end : (end - start) / warmup * Double(batch) + start
    }

    var drives: Driven { warmup > 0 && momenta.contains { $0 != nil } ? .momentum : [] }
    /// The factor is that of an epoch.
    var motion: Motion { run.map { $0.perEpoch > 1 } == true ? .jumps : .moves }
    var overwrites: Bool { true }

    var phases: [Phase] {
      var stretches = Stretches()
      if warmup > 0 { stretches.begin("warm-up", at: 0) }
      stretches.begin(hyper.isCosine ? "cosine" : "line", at: warmup, motion)
      return stretches.phases
    }
  }

  /// Which of the two scripts it is.
  enum Release: Sendable {
    case yolo, yolov5

    /// How many batches the warm-up has.
    func warmup(of epochs: Double, in run: RunLength) -> Double {
      let batches = Double(max(1, run.perEpoch))
      switch self {
      case .yolo:
        // The last epoch is not for warming up.
        return max(0, (min(epochs, Double(max(0, run.epochs - 1))) * batches).rounded(.toNearestOrEven))
      case .yolov5: return max((epochs * batches).rounded(.toNearestOrEven), 100)
      }
    }

    /// The epoch whose factor is in force behind the warm-up.
    ///
    /// YOLOv5 sets its scheduler back by one before the first epoch and steps it at the end of each, so it is an epoch
    /// late, but for the epoch that the warm-up ends in, where its last rate stays.
    func epoch(of batch: Int, by batches: Int, behind warmup: Double) -> Int {
      let epoch = batch / batches
      guard self == .yolov5 else { return epoch }
      return Double(epoch) == (warmup / Double(batches)).rounded(.down) ? epoch : epoch - 1
    }
  }
}
