import Diagnostics

/// The lowest rate of transformers' cosines, given as a rate or as a part of the optimizer's.
struct LowestRate: Sendable {
  private let rate: Double?
  private var part: Double

  init(_ rate: Double?, part: Double?) throws(Diagnostic) {
    switch (rate, part) {
    case (nil, nil), (_?, _?): throw .told
    default:
      self.rate = rate
      self.part = part ?? 0
    }
  }

  /// Relates the rate to the one among the optimizer's defaults, whatever its groups have.
  mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic) {
    guard let rate else { return }
    part = try Python.quotient(rate, optimizer.defaults.lr, "the optimizer’s lr", code: .value)
  }

  /// Scales a factor so that 0 becomes the lowest one.
  func raise(_ factor: Double) -> Double { max(0, factor * (1 - part) + part) }
}

extension Requirement {
  static let lowestRate = Requirement.oneOf("min_lr", "min_lr_rate")
}

extension Parameter<Double?> {
  static let lowestRate = Parameter("min_lr", default: nil, "The lowest rate; this or min_lr_rate.")
  static let lowestPart = Parameter("min_lr_rate", default: nil, "The lowest rate as a part of the base rate.")
}
