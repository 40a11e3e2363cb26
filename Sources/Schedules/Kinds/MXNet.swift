import Diagnostics
import Text

extension Family {
  static let mxnet = Family(name: "mxnet", title: "Apache MXNet", interval: .step) { MXNet.kinds }
}

/// The schedulers of MXNet: `mxnet.lr_scheduler`, 1.9.1.
///
/// Row t is the rate of `num_update` t. Where it is not given, `base_lr` is each group's own, as MXNet's optimizer
/// overwrites it.
enum MXNet {
  static let kinds: [Kind] = [
    Kind(
      "FactorScheduler", short: "factor", .mxnet,
      "Multiplies the rate by a factor every step updates, down to a lowest rate.",
      formula: "lr = max(base·factorⁿ, stop_factor_lr), n the number of k·step < t, k ≥ 1; before it the warm-up",
      differs: """
        A drop shows in update k·step + 1, one later than torch's StepLR. Drops are counted from update 0 though there is a \
        warm-up, so some may come at once after it.
        """,
      source: "mxnet.lr_scheduler.FactorScheduler, 1.9.1",
      example: #"{"step": 10, "factor": 0.5, "warmup_steps": 5}"#
    ) {
      Declaration(
        Parameter<Double>("step", role: .period, in: .between(1, 1e12), "Updates between drops."), factor,
        Parameter("stop_factor_lr", role: .floor, default: 1e-8, "The lowest rate."),
        and: Warmup.parameters
      ) { (warmup, step, factor, stop) throws(Diagnostic) in
        // Four drops.
        let length = max(Double(warmup.steps), 0) + 5 * step
        return Dropping(warmup: warmup, factor: factor, floor: stop, length: length) { Double($0 + 1) * step }
      }
    },
    Kind(
      "MultiFactorScheduler", short: "multifactor", .mxnet,
      "Multiplies the rate by a factor after each of the given updates.",
      formula: "lr = base·factorⁿ, n the number of steps < t; before it the warm-up",
      differs:
        "A drop shows in update step + 1, one later than torch's MultiStepLR, whose milestone is in force at once.",
      source: "mxnet.lr_scheduler.MultiFactorScheduler, 1.9.1",
      example: #"{"step": [10, 30, 45], "factor": 0.1, "warmup_steps": 5}"#
    ) {
      Declaration(
        Parameter<[Double]>("step", role: .milestones, in: .between(1, 1e12), "Updates after which the rate drops."),
        factor, and: Warmup.parameters
      ) { (warmup, steps, factor) throws(Diagnostic) in
        if zip(steps, steps.dropFirst()).contains(where: { $0 >= $1 }) {
          throw Diagnostic(.value, "each update of “step” must be later than the one before", of: "step")
        }
        // Half as long again as the last step, so that the last phase is seen.
        let length = steps.last.map { (1.5 * $0).rounded(.up) }
        return Dropping(warmup: warmup, factor: factor, floor: nil, length: length) {
          $0 < steps.count ? steps[$0] : nil
        }
      }.requiring(.filled("step"))
    },
    Kind(
      "PolyScheduler", short: "poly", .mxnet, "Polynomial decay to final_lr.",
      formula:
        "lr = final_lr + (base − final_lr)·(1 − (t − W)/(max_update − W))^pwr up to max_update, W = warmup_steps",
      differs: "max_update includes the warm-up, and the peak is at t = W, then held. The default power is 2.",
      source: "mxnet.lr_scheduler.PolyScheduler, 1.9.1",
      example: #"{"max_update": 100, "warmup_steps": 10}"#
    ) {
      Declaration(
        bound: Parameter("pwr", default: 2.0, "The power; 1 is linear."), and: Falling.parameters
      ) { (context, falling, power) throws(Diagnostic) in
        try falling.law(in: context) { (passed) throws(Diagnostic) in
          try Python.power(1 - passed / falling.steps, power)
        }
      }
    },
    Kind(
      "CosineScheduler", short: "cosine", .mxnet, "Cosine decay to final_lr.",
      formula:
        "lr = final_lr + (base − final_lr)·(1 + cos π(t − W)/(max_update − W))/2 up to max_update, W = warmup_steps",
      differs: "max_update includes the warm-up, and the peak is at t = W. Held at the end, where torch's climbs back.",
      source: "mxnet.lr_scheduler.CosineScheduler, 1.9.1",
      example: #"{"max_update": 100, "warmup_steps": 10}"#
    ) {
      Declaration(and: Falling.parameters) { (falling: Falling) throws(Diagnostic) in
        try LawScheduler { (context) throws(Diagnostic) in
          try falling.law(in: context) { (1 + Libm.cos(.pi * $0 / falling.steps)) / 2 }
        }
      }
    },
  ]

  private static let factor = Parameter(
    "factor", role: .factor, default: 1.0, in: .atMost(1), "The factor of each drop.")

  /// The warm-up that every scheduler of MXNet has, and the rate after it.
  struct Warmup: Sendable {
    enum Mode: String, Choice { case linear, constant }

    let baseLR: Double?
    let steps: Int
    let beginLR: Double
    let mode: Mode

    static let parameters = Parameters(
      Parameter<Double?>(
        "base_lr", role: .peak, default: nil, "The rate after the warm-up; null: each group's own."),
      Parameter("warmup_steps", role: .warmup, default: 0, in: .between(0, 1e12), "Updates of the warm-up."),
      Parameter("warmup_begin_lr", role: .start, default: 0.0, "The initial rate of the warm-up."),
      Parameter("warmup_mode", default: Mode.linear, "Whether the rate rises in the warm-up or is held."),
      make: Warmup.init)

    /// The rate after the warm-up.
    func peak(_ base: Double) -> Double { baseLR ?? base }

    /// Refuses a warm-up that would fall.
    func check(_ optimizer: Optimizer) throws(Diagnostic) {
      for group in optimizer.groups where beginLR > peak(group.initialLR ?? group.lr) {
        throw Diagnostic(
          .value, "“warmup_begin_lr”, \(beginLR), must not be greater than the base rate", of: "warmup_begin_lr")
      }
    }

    /// The rate of an update, or `nil` after the warm-up.
    func rate(at update: Int, base: Double) -> Double? {
      guard update < steps else { return nil }
      if mode == .constant { return beginLR }
      return beginLR + (peak(base) - beginLR) * Double(update) / Double(steps)
    }

    /// The warm-up, what follows it, and what is held from `end` on.
    func phases(_ label: String, _ motion: Motion = .moves, end: Double? = nil) -> [Phase] {
      let front: [Phase.Beginning] =
        steps > 0 ? [(0, mode == .constant ? .jumps : .moves, "warm-up")] : []
      return Phase.named(front + [(Double(steps), motion, label)] + (end.map { [($0, .jumps, "end")] } ?? []))
    }
  }

  /// What MXNet's smooth schedulers have in common: an end, and the rate there.
  struct Falling: Sendable {
    let warmup: Warmup
    let maxUpdate: Int
    let finalLR: Double

    static let parameters = Parameters(
      Parameter<Int>(
        "max_update", role: .length, in: .between(1, 1e12), "The update at which it ends, the warm-up included."),
      Parameter("final_lr", role: .floor, default: 0.0, "The rate at the end.")
    ) { ($0, $1) as (Int, Double) }
    .and(Warmup.parameters) { Falling(warmup: $1, maxUpdate: $0.0, finalLR: $0.1) }

    /// Updates after the warm-up.
    var steps: Double { Double(maxUpdate - warmup.steps) }

    /// The schedule, with what is left given by how many updates after the warm-up are gone.
    func law(
      in context: RunContext, left: @escaping @Sendable (Double) throws(Diagnostic) -> Double
    ) throws(Diagnostic) -> Law {
      if let optimizer = context.optimizer { try warmup.check(optimizer) }
      return Law(length: Double(maxUpdate), phases: warmup.phases("decay", end: Double(maxUpdate))) {
        (update, base) throws(Diagnostic) in
        if let rate = warmup.rate(at: update, base: base) { return rate }
        // A warm-up beyond the end is followed by the rate that it led to.
        if warmup.steps > maxUpdate { return warmup.peak(base) }
        let passed = Double(min(update, maxUpdate) - warmup.steps)
        _ = try Python.quotient(1, steps, "max_update − warmup_steps")
        return finalLR + (warmup.peak(base) - finalLR) * (try left(passed))
      }
    }
  }

  /// Multiplies the rate after each boundary: MXNet's schedulers remember how far they came, so a warm-up that ends late
  /// is followed by all the drops that it has covered.
  struct Dropping: Clocked {
    let warmup: Warmup
    let factor: Double
    /// The lowest rate, if there is one.
    let floor: Double?
    let length: Double?
    /// The update after which drop number `index` comes, counted from 0; `nil` when there are no more.
    let boundary: @Sendable (_ index: Int) -> Double?
    var clock = Clock()
    private var rates: [Double] = []
    private var passed = 0

    init(
      warmup: Warmup, factor: Double, floor: Double?, length: Double?, boundary: @escaping @Sendable (Int) -> Double?
    ) {
      self.warmup = warmup
      self.factor = factor
      self.floor = floor
      self.length = length
      self.boundary = boundary
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try warmup.check(optimizer) }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      if clock.epoch <= 0 {
        rates = clock.bases.map(warmup.peak)
        passed = 0
      }
      if clock.epoch >= warmup.steps {
        while let boundary = boundary(passed), Double(clock.epoch) > boundary {
          passed += 1
          for index in rates.indices {
            let rate = rates[index] * factor
            rates[index] = floor.map { rate < $0 ? $0 : rate } ?? rate
          }
        }
      }
      for (index, base) in clock.bases.enumerated() {
        optimizer.groups[index].lr = warmup.rate(at: clock.epoch, base: base) ?? rates[index]
      }
    }

    var motion: Motion { .jumps }
    var phases: [Phase] { warmup.phases("steps", .jumps) }
  }
}
