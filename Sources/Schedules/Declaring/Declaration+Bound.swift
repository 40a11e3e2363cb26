import Diagnostics

extension Declaration {
  /// Declares a schedule that is a function of the step and depends on the run or the optimizer, by its parameters.
  init<each Value: ParameterValue>(
    bound parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (Setting, repeat each Value) throws(Diagnostic) -> Law
  ) {
    self.init(repeat each parameter) { (value: repeat each Value) throws(Diagnostic) in
      try LawScheduler { (setting) throws(Diagnostic) in try make(setting, repeat each value) }
    }
  }

  /// The same with parameters that the kind has in common with others, behind its own.
  init<each Value: ParameterValue, Common: Sendable>(
    bound parameter: repeat Parameter<each Value>, and common: Parameters<Common>,
    make: @escaping @Sendable (Setting, Common, repeat each Value) throws(Diagnostic) -> Law
  ) {
    self.init(repeat each parameter, and: common) { (common, value: repeat each Value) throws(Diagnostic) in
      try LawScheduler { (setting) throws(Diagnostic) in try make(setting, common, repeat each value) }
    }
  }
}
