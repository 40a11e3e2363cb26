import Diagnostics

extension Megatron {
  /// Megatron's weight decay, which grows from one value to another.
  struct WeightDecayRamp: Sendable {
    enum Style: String, Choice { case constant, linear, cosine }

    private var start: Double?
    private var end: Double?
    private var steps: Double?
    private var style: Style
    /// Whether weight decay is Megatron's at all, known when it is attached; else it is left as it is.
    private(set) var isGiven = false

    static let parameters = Parameters(
      Parameter<Double?>(
        "start_wd", default: nil, in: .atLeast(0), "Weight decay in the beginning; null: the optimizer's."),
      Parameter<Double?>(
        "end_wd", default: nil, in: .atLeast(0), "Final weight decay; null: as at the start."),
      Parameter<Double?>(
        "wd_incr_steps", default: nil, in: .between(-1e18, 1e18),
        "The count at which it ends growing; the run's if null."),
      Parameter("wd_incr_style", default: Style.constant, "How weight decay grows.")
    ) { (start, end, steps, style) throws(Diagnostic) in
      if let start, let end, end < start {
        throw Diagnostic(.value, "“end_wd”, \(end), must be at least “start_wd”, \(start)", of: "end_wd")
      }
      return WeightDecayRamp(start: start, end: end, steps: steps, style: style)
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("start_wd", &start)
      try visitor.visit("end_wd", &end)
      try visitor.visit("wd_incr_steps", &steps)
      try visitor.visit("wd_incr_style", &style)
    }

    mutating func bind(total: Double) { steps = steps ?? total }

    /// Takes the optimizer's for what is not given, and refuses what Megatron asserts.
    mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic) {
      let hasOwn = optimizer.groups.contains { $0[.startWD] != nil || $0[.endWD] != nil || $0[.wdMult] != nil }
      isGiven = start != nil || end != nil || hasOwn
      let first = start ?? optimizer.defaults.weightDecay ?? 0
      let last = end ?? first
      (start, end) = (first, last)
      guard isGiven else { return }
      if last < first {
        throw Diagnostic(.value, "“end_wd”, \(last), must be at least the weight decay of the beginning, \(first)")
      }
      if style != .constant, steps ?? 0 == 0 { throw Diagnostic(.value, "division by zero: “wd_incr_steps” is 0") }
    }

    func write(to optimizer: inout Optimizer, at count: Double) throws(Diagnostic) {
      guard isGiven, let start, let end else { return }
      for index in optimizer.groups.indices {
        let group = optimizer.groups[index]
        let value = try value(from: group[.startWD] ?? start, to: group[.endWD] ?? end, at: count)
        optimizer.groups[index].weightDecay = value * (group[.wdMult] ?? 1)
      }
    }

    private func value(from start: Double, to end: Double, at count: Double) throws(Diagnostic) -> Double {
      let steps = steps ?? 0
      if count > steps { return end }
      if style == .constant {
        if start == end { return end }
        throw Diagnostic(
          .value, "“start_wd” and “end_wd” differ, so “wd_incr_style” cannot be constant", hint: "linear or cosine")
      }
      let progress = count / steps
      return start + (style == .linear ? progress : Fall.cosine(1 - progress)) * (end - start)
    }
  }
}
