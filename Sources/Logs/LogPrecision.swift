import Text

/// How exactly a log's column has its values: a property of the whole column, not of a single cell.
package enum LogPrecision: Sendable, Equatable {
  /// In full: what is left are the last bits of another order of operations.
  case exact
  /// In full where it agrees in full, else to a number of digits: too few values to tell whether they were rounded.
  case short(Int)
  /// As numbers of single precision.
  case single
  /// To a number of significant digits.
  case digits(Int)
  /// To a number of digits after the point.
  case decimals(Int)
  /// Within a part of the value, as the user wants it.
  case relative(Double)

  /// Whether a logged value may stand for a planned one.
  /// - Parameter peak: the largest magnitude of the plan, that what is next to zero is measured by.
  package func accepts(_ logged: Double, for planned: Double, peak: Double) -> Bool {
    if logged == planned { return true }
    let distance = abs(logged - planned)
    if distance <= 1e-12 * peak { return true }
    let magnitude = max(abs(logged), abs(planned))
    switch self {
    case .exact: return distance <= 1e-9 * magnitude
    case .single: return distance <= 1.2e-7 * magnitude
    case .relative(let part): return distance <= part * magnitude
    case .short(let digits):
      return distance <= 1e-9 * magnitude
        || digits > 2 && distance <= LogPrecision.allowed(inUnit: LogPrecision.unit(of: logged, digits), digits)
    case .digits(let digits):
      return distance <= LogPrecision.allowed(inUnit: LogPrecision.unit(of: logged, digits), digits)
    case .decimals(let places):
      let unit = Libm.pow(10, -Double(places))
      // Trainers of single precision drift by a millionth.
      return distance <= LogPrecision.allowed(inUnit: unit, abs(logged) >= 1000 * unit ? 4 : 1) + 1e-6 * magnitude
    }
  }

  /// The last place of a value that is written with so many digits.
  private static func unit(of value: Double, _ digits: Int) -> Double {
    guard value != 0 else { return 0 }
    return Libm.pow(10, Libm.log10(abs(value)).rounded(.down) - Double(digits - 1))
  }

  /// The planned value rounded, or one more or less in the last place where that is a small part of it.
  private static func allowed(inUnit unit: Double, _ digits: Int) -> Double {
    (digits >= 4 ? 1.5 : 0.5) * unit * (1 + 1e-6)
  }

  /// “to 4 digits”.
  package var words: String {
    switch self {
    case .exact: "to 1e-9"
    case .single: "to single precision"
    case .digits(let digits), .short(let digits): "to \(digits.counted("digit"))"
    case .decimals(let places): "to \(places) decimals"
    case .relative(let part): "to \(part)"
    }
  }
}

extension LogPrecision {
  /// What is seen of a column's numbers while they are read.
  struct Evidence {
    private var digits = 0
    private var decimals: (least: Int, most: Int)?
    private var hasExponent = false
    private var isSingle = true
    private var hasZeroAtEnd = false
    private var count = 0
    /// Some of the values; more need not be told apart.
    private var distinct: [Double] = []
    private static let enough = 8

    mutating func add(_ number: LogNumber, lastByte: UInt8) {
      digits = max(digits, number.digits)
      decimals =
        decimals.map { (min($0.least, number.decimals), max($0.most, number.decimals)) }
        ?? (number.decimals, number.decimals)
      if number.hasExponent { hasExponent = true }
      if isSingle, Double(Float(number.value)) != number.value { isSingle = false }
      if number.decimals > 1, !number.hasExponent, lastByte == 0x30 { hasZeroAtEnd = true }
      count += 1
      if distinct.count < Self.enough, !distinct.contains(number.value) { distinct.append(number.value) }
    }

    func precision(in form: LogForm, isText: Bool) -> LogPrecision {
      switch form {
      case .mmcv where !isText: return .decimals(5)
      case .darknet: return .decimals(6)
      default: break
      }
      if digits >= 16 { return isSingle ? .single : .exact }
      if isSingle, digits > 8 { return .single }
      if let decimals, !hasExponent, decimals.least == decimals.most, decimals.most >= 3, count > 1,
        hasZeroAtEnd || distinct.count >= Self.enough, form.digits == 0
      {
        return .decimals(decimals.most)
      }
      let known = max(digits, form.digits, 1)
      // A few round values may be all there is, and were not rounded.
      if digits <= 8, form.digits == 0, distinct.count < Self.enough, !hasZeroAtEnd { return .short(known) }
      return .digits(known)
    }
  }
}
