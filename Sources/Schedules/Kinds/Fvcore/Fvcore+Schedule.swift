import Diagnostics

extension Fvcore {
  /// A function of `where`, the part of the training that is over: 0 in the first update, 1 behind the last.
  protocol Schedule: Sendable {
    func value(at position: Double) throws(Diagnostic) -> Double
    /// What it is called in pictures.
    var label: String { get }
    var motion: Motion { get }
    /// The stretches by where they begin.
    var stretches: [Stretch] { get }
  }

  typealias Stretch = (start: Double, motion: Motion, label: String)

  /// The parameter behind every scheduler's own: how long the training is.
  static let maxIter = Parameters(
    Parameter<Int?>(
      "max_iter", default: nil, in: .between(1, 1e12),
      "Updates of the training; the run's if null. Not for one inside another.")
  ) { (count: Int?) in count }
}

extension Fvcore.Schedule {
  var motion: Motion { .moves }
  var stretches: [Fvcore.Stretch] { [] }
}

extension [Fvcore.Stretch] {
  /// The stretches in updates of a training of `count` of them.
  func phases(of count: Double) -> [Phase] {
    var noted = Stretches()
    for stretch in self { noted.begin(stretch.label, at: stretch.start * count, stretch.motion) }
    return noted.phases
  }
}
