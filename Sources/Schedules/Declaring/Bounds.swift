/// The numbers that a parameter takes.
package struct Bounds: Sendable, Equatable {
  package let lower: Double?
  package let upper: Double?
  package let includesLower: Bool
  package let includesUpper: Bool

  private init(_ lower: Double?, _ upper: Double?, includesLower: Bool = true, includesUpper: Bool = true) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  package static func atLeast(_ lower: Double) -> Bounds { Bounds(lower, nil) }
  static func atMost(_ upper: Double) -> Bounds { Bounds(nil, upper) }
  static func above(_ lower: Double) -> Bounds { Bounds(lower, nil, includesLower: false) }
  static func below(_ upper: Double) -> Bounds { Bounds(nil, upper, includesUpper: false) }
  package static func between(_ lower: Double, _ upper: Double) -> Bounds { Bounds(lower, upper) }
  static func above(_ lower: Double, atMost upper: Double) -> Bounds { Bounds(lower, upper, includesLower: false) }
  static func inside(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower, upper, includesLower: false, includesUpper: false)
  }
  static func from(_ lower: Double, below upper: Double) -> Bounds { Bounds(lower, upper, includesUpper: false) }

  package func contains(_ value: Double) -> Bool {
    if let lower, includesLower ? value < lower : value <= lower { return false }
    if let upper, includesUpper ? value > upper : value >= upper { return false }
    return true
  }

  /// Whether a number in them is a part of a whole.
  var isPart: Bool { upper.map { $0 <= 1 } ?? false }

  /// The bounds in words, without limits that no one comes near; `nil` where none is left.
  package var tellingWords: String? {
    let (low, high) = (lower.flatMap { $0 > -1e9 ? $0 : nil }, upper.flatMap { $0 < 1e9 ? $0 : nil })
    if low == nil, high == nil { return nil }
    return Bounds(low, high, includesLower: includesLower, includesUpper: includesUpper).words
  }

  /// The bounds in words, after “must be”.
  package var words: String {
    let low = lower.map { includesLower ? "at least \(Shown.number($0))" : "greater than \(Shown.number($0))" }
    let high = upper.map { includesUpper ? "at most \(Bounds.shown($0))" : "less than \(Bounds.shown($0))" }
    if let lower, let upper, upper < 1e9, includesLower, includesUpper {
      return "between \(Shown.number(lower)) and \(Shown.number(upper))"
    }
    return [low, high].compactMap { $0 }.joined(separator: " and ")
  }

  /// A limit, 10¹² by its power.
  private static func shown(_ limit: Double) -> String { limit == 1e12 ? "10¹²" : Shown.number(limit) }
}
