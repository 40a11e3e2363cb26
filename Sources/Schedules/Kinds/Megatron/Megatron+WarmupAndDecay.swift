import Diagnostics
import Text

extension Megatron {
  /// Megatron's rate at a count: warm-up, one of the decays, and the lowest rate after the end.
  struct WarmupAndDecay: Sendable {
    enum Style: String, Choice {
      case constant, linear, cosine
      case inverseSquareRoot = "inverse-square-root"
      case wsd = "WSD"
    }

    enum Cooldown: String, Choice {
      case exponential, linear, cosine
      case minusSquareRoot = "minus_sqrt"
    }

    private let initLR: Double
    private(set) var minLR: Double
    private var givenWarmup: Double
    /// Samples of the whole training, where it is counted in samples.
    private let trainSamples: Double?
    /// The first parameter that counts samples, if any does.
    let countsSamples: String?
    private var warmupFraction: Double?
    private(set) var steps: Double?
    private var style: Style
    private let cooldownSteps: Double?
    private let cooldown: Cooldown

    static let parameters = Parameters(
      Parameter("init_lr", role: .start, default: 0, "The rate before the warm-up."),
      Parameter("min_lr", role: .floor, default: 0, in: .atLeast(0), "The lowest rate."),
      Parameter<Double?>(
        "lr_warmup_steps", role: .warmup, default: nil, in: .between(-1e15, 1e15),
        "The count at which the warm-up ends. Default: 0."),
      Parameter<Double?>(
        "lr_warmup_samples", role: .warmup, default: nil, in: .between(0, 1e15),
        "In its place: samples of the warm-up."),
      Parameter<Double?>(
        "lr_warmup_fraction", default: nil, in: .between(0, 1), "Instead: the warm-up as a fraction of lr_decay_steps."
      ),
      Parameter<Double?>(
        "lr_decay_steps", role: .length, default: nil, in: .above(0, atMost: 1e18),
        "The count at which the decay ends; the run's if null."),
      Parameter<Double?>(
        "lr_decay_samples", default: nil, in: .above(0, atMost: 1e18),
        "In its place: the samples at which it ends; train_samples if null."),
      Parameter<Double?>(
        "train_samples", default: nil, in: .above(0, atMost: 1e18), "Samples of the whole training."),
      Parameter("lr_decay_style", default: Style.linear, "How the rate decays."),
      Parameter<Double?>(
        "wsd_decay_steps", role: .decay, default: nil, in: .between(0, 1e18),
        "How much of the count the decay of WSD takes."),
      Parameter<Double?>(
        "lr_wsd_decay_samples", role: .decay, default: nil, in: .between(0, 1e18),
        "In its place: samples of the decay of WSD."),
      Parameter("lr_wsd_decay_style", default: Cooldown.exponential, "The shape of the final decay of WSD."),
      make: WarmupAndDecay.init)

    private init(
      initLR: Double, minLR: Double, warmup: Double?, warmupSamples: Double?, warmupFraction: Double?, steps: Double?,
      samples: Double?, trainSamples: Double?, style: Style, cooldownSteps: Double?, cooldownSamples: Double?,
      cooldown: Cooldown
    ) throws(Diagnostic) {
      try WarmupAndDecay.refuse(warmup, "lr_warmup_steps", with: warmupSamples, "lr_warmup_samples")
      try WarmupAndDecay.refuse(steps, "lr_decay_steps", with: samples, "lr_decay_samples")
      try WarmupAndDecay.refuse(cooldownSteps, "wsd_decay_steps", with: cooldownSamples, "lr_wsd_decay_samples")
      let counted = [
        ("lr_warmup_samples", warmupSamples), ("lr_decay_samples", samples), ("train_samples", trainSamples),
        ("lr_wsd_decay_samples", cooldownSamples),
      ]
      countsSamples = counted.first { $0.1 != nil }?.0
      self.trainSamples = trainSamples
      let (warmup, steps) = (warmup ?? warmupSamples ?? 0, steps ?? samples ?? trainSamples)
      let cooldownSteps = cooldownSteps ?? cooldownSamples
      self.initLR = initLR
      self.minLR = minLR
      givenWarmup = warmup
      self.warmupFraction = warmupFraction
      self.steps = steps
      self.style = style
      self.cooldownSteps = cooldownSteps
      self.cooldown = cooldown
      if style == .wsd, cooldownSteps == nil {
        throw Diagnostic(.param, "the decay style WSD needs “wsd_decay_steps”", of: "lr_decay_style")
      }
      if warmupFraction != nil, warmup != 0 {
        throw Diagnostic(
          .value, "“lr_warmup_fraction” replaces “lr_warmup_steps”", of: "lr_warmup_fraction",
          hint: "leave one of them out")
      }
    }

    private static func refuse(
      _ first: Double?, _ name: String, with second: Double?, _ other: String
    ) throws(Diagnostic) {
      guard first != nil, second != nil else { return }
      throw Diagnostic(.value, "“\(other)” replaces “\(name)”", of: other, hint: "leave one of them out")
    }

    /// Names what a checkpoint has; the rest is always that of the new arguments.
    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      var (warmup, end) = (warmup, end)
      try visitor.visit("min_lr", &minLR)
      try visitor.visit("lr_warmup_steps", &warmup)
      try visitor.visit("lr_decay_steps", &end)
      try visitor.visit("lr_decay_style", &style)
      if visitor.isChanging { (givenWarmup, warmupFraction, steps) = (warmup, nil, end) }
    }

    mutating func bind(total: Double) { steps = steps ?? total }

    /// The count that the schedule describes.
    var total: Double? { trainSamples ?? steps }

    private var end: Double { steps ?? .infinity }
    private var warmup: Double { warmupFraction.map { $0 * end } ?? givenWarmup }

    /// Refuses what Megatron asserts; `max` is the optimizer's highest rate.
    func check(max: Double) throws(Diagnostic) {
      if steps == nil {
        throw Diagnostic(.param, "“lr_decay_steps” is not given, and no run gives it")
      }
      if max < minLR {
        throw Diagnostic(.value, "the highest rate, \(max), must be at least “min_lr”, \(minLR)")
      }
      if initLR > max {
        throw Diagnostic(.value, "“init_lr”, \(initLR), must be at most the highest rate, \(max)")
      }
      if warmup >= end {
        throw Diagnostic(
          .value, "the warm-up, \(Shown.number(warmup)), must end before the decay, \(Shown.number(end))")
      }
    }

    func rate(at count: Double, max: Double, min: Double) -> Double {
      if warmup > 0, count <= warmup { return initLR + (max - initLR) * count / warmup }
      if style == .constant { return max }
      if count > end { return min }
      if style == .inverseSquareRoot {
        let root = Libm.pow(Swift.max(warmup, 1), 0.5)
        return Swift.max(min, max * root / Libm.pow(Swift.max(count, 1), 0.5))
      }
      return min + part(at: count) * (max - min)
    }

    /// How much of the way from the lowest to the highest rate is left.
    private func part(at count: Double) -> Double {
      guard style == .wsd else {
        let progress = (count - warmup) / (end - warmup)
        return style == .linear ? Fall.linear(progress) : Fall.cosine(progress)
      }
      let length = cooldownSteps ?? 0
      let start = end - length
      if count <= start { return 1 }
      let progress = (count - start) / length
      switch cooldown {
      case .linear: return Fall.linear(progress)
      case .cosine: return Fall.cosine(progress)
      case .exponential: return 2 * Libm.pow(0.5, progress) - 1
      case .minusSquareRoot: return Fall.oneMinusSquareRoot(progress)
      }
    }

    /// The phases in updates, of which so many make a count.
    func phases(_ updates: (_ count: Double) -> Double) -> [Phase] {
      func part(_ count: Double, _ motion: Motion, _ label: String) -> (start: Double, phases: [Phase]) {
        (updates(count), [Phase(start: 0, motion: motion, label: label)])
      }
      var parts = warmup > 0 ? [part(0, .moves, "warm-up")] : []
      parts.append(part(warmup, style == .constant || style == .wsd ? .jumps : .moves, label))
      // A cool-down longer than what is left of the run begins in the midst of itself, when the warm-up ends.
      if style == .wsd { parts.append(part(Swift.max(warmup, end - (cooldownSteps ?? 0)), .moves, "decay")) }
      if style != .constant { parts.append(part(end, .jumps, "min_lr")) }
      return Phase.joined(parts)
    }

    private var label: String {
      switch style {
      case .constant: "constant"
      case .wsd: "stable"
      default: style.rawValue
      }
    }
  }
}
