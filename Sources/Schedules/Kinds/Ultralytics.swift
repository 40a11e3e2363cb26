import Diagnostics
import Text

extension Family {
  static let ultralytics = Family(name: "ultralytics", title: "Ultralytics", interval: .step) { Ultralytics.kinds }
}

/// What the training scripts of YOLOv5 and of its successors do to the rates and to momentum.
///
/// A step is a batch; epochs and batches are the run's. `lr0` is the rate of each group, `momentum` its momentum, and a
/// group whose name begins with “bias” is one of biases.
enum Ultralytics {
  static let kinds: [Kind] = [
    Kind(
      "YOLO", short: "yolov8", .ultralytics,
      "Warm-up of rates, bias rates, and momentum by batches, then decay by epochs; YOLOv8 and later.",
      formula: """
        lr = b·f(e), f = (1 − e/epochs)·(1 − lrf) + lrf in epoch e, or a half cosine; in batch i ≤ nw on a line from 0, or \
        warmup_bias_lr, to that; nw = round(min(warmup_epochs, epochs − 1)·batches)
        """,
      differs: """
        The warm-up goes to where the fall is by then, and biases may fall in it. Momentum rises with it, of optimizers \
        without betas. The last epoch is one short of lrf. optimizer=auto sets warmup_bias_lr to 0.
        """,
      source: "ultralytics.engine.trainer.BaseTrainer, 8.4.190",
      example: #"{"warmup_epochs": 10}"#
    ) {
      Declaration(
        Parameter(
          "release", default: Release.Version.newest,
          "The release: 8.2 up to 8.3 warms up for at least 100 batches, 8.0 up to 8.1 is an epoch late, too."),
        and: Hyperparameters.parameters
      ) { (hyper, version) throws(Diagnostic) in Trainer(hyper, version.release) }
    },
    Kind(
      "YOLOv5", .ultralytics, "Warm-up of rates, bias rates, and momentum by batches, then decay by epochs; YOLOv5.",
      formula: """
        lr = b·f(e − 1), f = (1 − e/epochs)·(1 − lrf) + lrf in epoch e, or a half cosine; in batch i ≤ nw on a line from 0, \
        or warmup_bias_lr, to b·f(e); nw = max(round(warmup_epochs·batches), 100)
        """,
      differs: """
        As ultralytics.YOLO, but the warm-up has 100 batches at least, and after it the fall is an epoch late, for the \
        script sets its scheduler back by one.
        """,
      source: "train.py of ultralytics/yolov5, 5081342",
      example: "{}"
    ) {
      Declaration(and: Hyperparameters.parameters) { (hyper) throws(Diagnostic) in Trainer(hyper, .yolov5) }
    },
    Kind(
      "YOLOv7", .ultralytics, "Warm-up of rates, bias rates, and momentum by batches, then decay by epochs; YOLOv7.",
      formula: """
        lr = b·f(e − 1), f = (1 + cos πe/epochs)/2·(1 − lrf) + lrf in epoch e, or a line; in batch i ≤ nw on a line from 0, \
        or warmup_bias_lr, to b·f(e); nw = max(round(warmup_epochs·batches), 1000)
        """,
      differs: "As ultralytics.YOLOv5, but the warm-up has 1000 batches at least, and the fall is a cosine unless "
        + "linear_lr says otherwise.",
      source: "train.py of WongKinYiu/yolov7",
      example: "{}"
    ) {
      Declaration(and: Hyperparameters.yolov7) { (hyper) throws(Diagnostic) in Trainer(hyper, .yolov7) }
    },
  ]

  /// The hyperparameters of the two scripts that concern rates.
  struct Hyperparameters: Sendable {
    let lrf: Double
    let isCosine: Bool
    let warmupEpochs: Double
    let warmupMomentum: Double
    let warmupBiasLR: Double

    static let parameters = parameters(
      lrf: 0.01, Parameter("cos_lr", default: false, "Cosine decay instead of linear."))

    /// YOLOv7's, which says whether it is a line, not whether it is a cosine.
    static let yolov7 = parameters(
      lrf: 0.1, Parameter("linear_lr", default: false, "Linear decay instead of cosine.")
    ).map {
      Hyperparameters(
        lrf: $0.lrf, isCosine: !$0.isCosine, warmupEpochs: $0.warmupEpochs, warmupMomentum: $0.warmupMomentum,
        warmupBiasLR: $0.warmupBiasLR)
    }

    private static func parameters(lrf: Double, _ isCosine: Parameter<Bool>) -> Parameters<Hyperparameters> {
      Parameters(
        Parameter("lrf", default: lrf, "The fraction of the rate that is left at the end."),
        isCosine,
        Parameter(
          "warmup_epochs", default: 3, in: .between(-1e9, 1e9),
          "Epochs of the warm-up; may be fractions."),
        Parameter("warmup_momentum", default: 0.8, "The initial momentum of the warm-up."),
        Parameter("warmup_bias_lr", default: 0.1, "The initial rate of biases; others start at zero."),
        make: Hyperparameters.init)
    }

    /// The factor on the rate in an epoch of a run.
    func factor(in epoch: Double, of epochs: Double) -> Double {
      if isCosine { return max((1 - Libm.cos(epoch * .pi / epochs)) / 2, 0) * (lrf - 1) + 1 }
      return max(1 - epoch / epochs, 0) * (1 - lrf) + lrf
    }
  }

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

    mutating func bind(to run: RunLength) {
      self.run = run
      warmup = release.warmup(of: hyper.warmupEpochs, in: run)
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      guard run != nil else {
        throw Diagnostic(
          .value, "it depends on the epochs of a run, and no run gives how many and how long they are",
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
      Phase.named(warmUp: warmup, then: [(warmup, motion, hyper.isCosine ? "cosine" : "line")])
    }
  }

  /// Which script it is, of which release.
  enum Release: Sendable {
    /// YOLOv8 and later.
    case yolo
    /// From 8.2 up to 8.3, with a warm-up of at least 100 batches.
    case yolo82
    /// Its first releases, which go on as YOLOv5 does.
    case yolo80
    case yolov5, yolov7

    /// The releases of YOLOv8 and later.
    enum Version: String, Choice {
      case newest = "8.4"
      case second = "8.2"
      case first = "8.0"

      var release: Release {
        switch self {
        case .newest: .yolo
        case .second: .yolo82
        case .first: .yolo80
        }
      }
    }

    /// How many batches the warm-up has.
    func warmup(of epochs: Double, in run: RunLength) -> Double {
      let batches = Double(max(1, run.perEpoch))
      switch self {
      case .yolo:
        // The last epoch is not for warming up.
        return max(0, (min(epochs, Double(max(0, run.epochs - 1))) * batches).rounded(.toNearestOrEven))
      case .yolo82, .yolo80, .yolov5: return max((epochs * batches).rounded(.toNearestOrEven), 100)
      case .yolov7: return max((epochs * batches).rounded(.toNearestOrEven), 1000)
      }
    }

    /// The epoch whose factor is in force after the warm-up.
    ///
    /// YOLOv5 sets its scheduler back by one before the first epoch and steps it at the end of each, so it is an epoch
    /// late, but for the epoch that the warm-up ends in, where its last rate stays.
    func epoch(of batch: Int, by batches: Int, behind warmup: Double) -> Int {
      let epoch = batch / batches
      guard self != .yolo, self != .yolo82 else { return epoch }
      return Double(epoch) == (warmup / Double(batches)).rounded(.down) ? epoch : epoch - 1
    }
  }
}
