import Diagnostics

/// A rule that takes any number for its step: a joined schedule may be counted from between two steps.
protocol CountedRule: Rule {
  /// The rate of a group at a count, which may be negative or no whole number.
  func rate(atCount count: Double, base: Double, group: Int) throws(Diagnostic) -> Double
}

extension CountedRule {
  func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
    try rate(atCount: Double(step), base: base, group: group)
  }

  func rate(near count: Double, base: Double, group: Int) throws(Diagnostic) -> Double {
    try rate(atCount: count, base: base, group: group)
  }
}

/// A schedule that is a function of the count alone, the same for every group and whatever the optimizer's rate: those of
/// optax and Keras.
protocol AbsoluteRule: CountedRule {
  func value(at count: Double) throws(Diagnostic) -> Double
}

extension AbsoluteRule {
  func rate(atCount count: Double, base: Double, group: Int) throws(Diagnostic) -> Double { try value(at: count) }
}
