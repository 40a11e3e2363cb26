import Diagnostics

extension MMEngine {
  /// The lowest value: as it is, or as a part of the base value.
  struct Floor: Sendable {
    private var etaMin: Double?
    private var ratio: Double?

    /// Throws unless exactly one of both is given.
    init(_ etaMin: Double?, _ ratio: Double?) throws(Diagnostic) {
      guard (etaMin == nil) != (ratio == nil) else { throw .reported }
      (self.etaMin, self.ratio) = (etaMin, ratio)
    }

    init(_ etaMin: Double) { self.etaMin = etaMin }

    /// The ratio has precedence: with a checkpoint's values there may be both.
    ///
    /// Throws `error[run]` if there is neither, as there is when a checkpoint without an `eta_min` has been loaded.
    func value(of base: Double) throws(Diagnostic) -> Double {
      if let ratio { return base * ratio }
      guard let etaMin else { throw Diagnostic(.run, "the checkpoint left it without an “eta_min”") }
      return etaMin
    }

    /// Names both, or only the first, which is all that `Poly` has.
    mutating func visitState(_ visitor: inout StateVisitor, hasRatio: Bool = true) throws(Diagnostic) {
      try visitor.visit("eta_min", &etaMin)
      if hasRatio { try visitor.visit("eta_min_ratio", &ratio) }
    }

    static let isGiven = Requirement.oneOf("eta_min", "eta_min_ratio")
    static let isSingle = Requirement.atMostOne("eta_min", "eta_min_ratio")
    static let etaMin = Parameter<Double?>("eta_min", role: .floor, default: nil, "The lowest value.")
    static let ratio = Parameter<Double?>(
      "eta_min_ratio", default: nil, "The lowest value as a fraction of the base value.")
  }
}
