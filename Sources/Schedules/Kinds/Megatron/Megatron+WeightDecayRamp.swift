import Diagnostics

extension Megatron {
  /// Megatron's weight decay, which grows from one value to another.
  struct WeightDecayRamp: Sendable {
    enum Style: String, Choice { case constant, linear, cosine }

    private var start: Double?
    private var end: Double?
    private var steps: Double?
    private var style: Style
    /// Of each group.
    private var spans: [(start: Double, end: Double, factor: Double)] = []

    static let parameters = Parameters(
      Parameter<Double?>(
        "start_wd", default: nil, in: .atLeast(0), "Weight decay in the beginning; null: the optimizer's."),
      Parameter<Double?>(
        "end_wd", default: nil, in: .atLeast(0), "Weight decay in the end; null: as in the beginning."),
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

    /// Whether weight decay is Megatron's at all, known when it is attached; else it is left as it is.
    var isGiven: Bool { !spans.isEmpty }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("start_wd", &start)
      try visitor.visit("end_wd", &end)
      try visitor.visit("wd_incr_steps", &steps)
      try visitor.visit("wd_incr_style", &style)
      // What follows from them in every group.
      try visitor.visit("spans", &spans, as: .functions)
    }

    mutating func adopt(total: Double) { steps = steps ?? total }

    /// Takes each group's own values, and refuses what Megatron asserts.
    mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic) {
      let hasOwn = optimizer.groups.contains { $0[.startWD] != nil || $0[.endWD] != nil || $0[.wdMult] != nil }
      guard start != nil || end != nil || hasOwn else { return }
      let first = start ?? optimizer.defaults.weightDecay ?? 0
      let last = end ?? first
      if last < first {
        throw Diagnostic(.value, "“end_wd”, \(last), must be at least the weight decay of the beginning, \(first)")
      }
      spans = optimizer.groups.map { ($0[.startWD] ?? first, $0[.endWD] ?? last, $0[.wdMult] ?? 1) }
      let steps = steps ?? 0
      if style == .constant, steps >= 0, spans.contains(where: { $0.start != $0.end }) {
        throw Diagnostic(
          .value, "“start_wd” and “end_wd” differ, so “wd_incr_style” cannot be constant", hint: "linear or cosine")
      }
      if style != .constant, steps == 0 { throw Diagnostic(.value, "division by zero: “wd_incr_steps” is 0") }
    }

    func write(to optimizer: inout Optimizer, at count: Double) throws(Diagnostic) {
      for (index, span) in spans.enumerated() {
        optimizer.groups[index].weightDecay = value(from: span.start, to: span.end, at: count) * span.factor
      }
    }

    private func value(from start: Double, to end: Double, at count: Double) -> Double {
      let steps = steps ?? 0
      if count > steps || style == .constant { return end }
      let progress = count / steps
      return start + (style == .linear ? progress : Fall.cosine(1 - progress)) * (end - start)
    }
  }
}
