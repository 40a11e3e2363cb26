import Diagnostics

extension MMEngine {
  /// The lowest value: as it is, or as a part of the base value.
  enum Floor: Sendable {
    case value(Double)
    case ratio(Double)

    /// Throws unless exactly one of both is given.
    init(_ etaMin: Double?, _ ratio: Double?) throws(Diagnostic) {
      switch (etaMin, ratio) {
      case (let etaMin?, nil): self = .value(etaMin)
      case (nil, let ratio?): self = .ratio(ratio)
      default: throw .told
      }
    }

    func value(of base: Double) -> Double {
      switch self {
      case .value(let value): value
      case .ratio(let ratio): base * ratio
      }
    }

    static let isGiven = Requirement.oneOf("eta_min", "eta_min_ratio")
    static let isSingle = Requirement.atMostOne("eta_min", "eta_min_ratio")
    static let etaMin = Parameter<Double?>("eta_min", role: .floor, default: nil, "The lowest value.")
    static let ratio = Parameter<Double?>(
      "eta_min_ratio", default: nil, "The lowest value as a part of the base value.")
  }
}
