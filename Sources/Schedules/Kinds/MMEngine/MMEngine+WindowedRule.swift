import Diagnostics

extension MMEngine {
  /// How a parameter scheduler of MMEngine makes each value from the one before it, inside its window.
  protocol WindowedRule: Sendable {
    /// What the phase is called in pictures.
    static var label: String { get }
    /// Multiplies lengths in epochs with the steps of an epoch.
    mutating func convert(epochLength: Double)
    /// Checks the optimizer and leaves in it what the constructor leaves.
    func prepare(_ optimizer: inout Optimizer, window: Window) throws(Diagnostic)
    /// The value that follows `value` in step `step` of the window, which is counted from 0.
    func next(_ value: Double, base: Double, step: Int, window: Window, group: ParamGroup) throws(Diagnostic) -> Double
    /// Takes from the window what the constructor keeps of it.
    mutating func bind(to window: Window)
    /// Names the values that a checkpoint saves of it.
    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic)
    /// Where the schedule ends, counted from the window's begin, unless the window ends before.
    var length: Double? { get }
    var motion: Motion { get }
  }
}

extension MMEngine.WindowedRule {
  mutating func convert(epochLength: Double) {}
  mutating func bind(to window: MMEngine.Window) {}
  func prepare(_ optimizer: inout Optimizer, window: MMEngine.Window) throws(Diagnostic) {}
  var length: Double? { nil }
  var motion: Motion { .moves }
}
