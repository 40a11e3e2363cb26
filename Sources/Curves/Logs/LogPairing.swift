package import Logs
import Schedules
import Text

/// Which column of a log is compared with which group of a schedule.
package struct LogPairing: Sendable {
  package struct Pair: Sendable {
    /// The place of the log's column.
    package let column: Int
    package let plan: LoggedPlan
  }

  package let pairs: [Pair]

  /// Why columns and groups cannot be paired.
  package enum Refusal: Error {
    /// Several columns may be meant.
    case columns([String])
    case noColumn(String, [String])
    case noGroup(String, [String])
    /// Several curves may be meant.
    case curves
    case groups([String])
  }

  /// The candidates: as a rule one, and several where a program has changed the order of its columns.
  package static func all(
    _ log: Log, _ curve: Curve, column: String?, group: String?
  ) throws(Refusal) -> [LogPairing] {
    var rates = curve.columns(of: .lr)
    guard rates.allSatisfy({ $0.curve.isSame(as: rates.first?.curve) }) else { throw .curves }
    if let group {
      let own = rates.filter { $0.group.map { $0.isFolded(equalTo: group) } ?? false }
      guard !own.isEmpty else { throw .noGroup(group, rates.compactMap(\.group)) }
      rates = own
    }
    let columns = try columns(of: log, named: column)
    func plan(_ column: Curve.Column) -> LoggedPlan {
      LoggedPlan(rates: column.values, timeline: curve.timeline, group: rates.count > 1 ? column.group : nil)
    }
    if log.form == .ultralytics, column == nil, columns.count > 1 { return ultralytics(log, rates.map(plan), rates) }
    if rates.count == 1 {
      let chosen = try one(of: columns, log)
      return [LogPairing(pairs: [Pair(column: chosen, plan: plan(rates[0]))])]
    }
    if columns.count == 1 {
      if log.form == .timm {
        let mean = rates[0].values.indices.map { row in
          rates.reduce(0) { $0 + $1.values[row] } / Double(rates.count)
        }
        return [
          LogPairing(pairs: [
            Pair(column: columns[0], plan: LoggedPlan(rates: mean, timeline: curve.timeline, group: "mean"))
          ])
        ]
      }
      let named = rates.first { $0.group.map { log.columns[columns[0]].name.namesGroup($0) } ?? false }
      return [LogPairing(pairs: [Pair(column: columns[0], plan: plan(named ?? rates[0]))])]
    }
    // By their names, else in their order.
    let byName = columns.compactMap { column in
      rates.first { $0.group.map { log.columns[column].name.namesGroup($0) } ?? false }
        .map { Pair(column: column, plan: plan($0)) }
    }
    if !byName.isEmpty { return [LogPairing(pairs: byName)] }
    guard columns.count == rates.count else { throw .columns(columns.map { log.columns[$0].name }) }
    return [LogPairing(pairs: zip(columns, rates).map { Pair(column: $0, plan: plan($1)) })]
  }

  /// The columns that a name means, or all.
  private static func columns(of log: Log, named name: String?) throws(Refusal) -> [Int] {
    let all = Array(log.columns.indices)
    guard let name else { return all }
    let own = all.filter { log.columns[$0].name.isSame(as: name) }
    let folded = own.isEmpty ? all.filter { log.columns[$0].name.isFolded(equalTo: name) } : own
    // The reader has found it by another part of its name.
    let columns = folded.isEmpty && all.count == 1 ? all : folded
    guard !columns.isEmpty else { throw .noColumn(name, log.columns.map(\.name)) }
    return columns
  }

  /// The one column of a log, by its name or because there is no other.
  package static func column(of log: Log, named name: String?) throws(Refusal) -> Int {
    try one(of: columns(of: log, named: name), log)
  }

  /// The only column, or the first of columns that say the same.
  private static func one(of columns: [Int], _ log: Log) throws(Refusal) -> Int {
    guard let first = columns.first else { throw .columns([]) }
    // Megatron's decoupled rate is that of a group of its own, and stands after the other.
    if log.form == .megatron { return first }
    let isOne = columns.dropFirst().allSatisfy { log.columns[$0].values.isSame(as: log.columns[first].values) }
    guard isOne else { throw .columns(columns.map { log.columns[$0].name }) }
    return first
  }

  /// Weights, norms, and biases, of which the biases were the first up to 8.3.
  private static func ultralytics(_ log: Log, _ plans: [LoggedPlan], _ rates: [Curve.Column]) -> [LogPairing] {
    let columns = Array(log.columns.indices)
    let isBias = rates.map { $0.group?.lowercasedASCII.holds("bias") ?? false }
    let weights = plans.indices.first { !isBias[$0] } ?? 0
    let biases = plans.indices.first { isBias[$0] }
    func pairing(biasAt place: Int) -> LogPairing {
      LogPairing(
        pairs: columns.compactMap { column in
          if column == place { return biases.map { Pair(column: column, plan: plans[$0]) } }
          return column < 3 ? Pair(column: column, plan: plans[weights]) : nil
        })
    }
    return [pairing(biasAt: 2), pairing(biasAt: 0)].filter { !$0.pairs.isEmpty }
  }
}

extension String {
  /// Whether a column’s name ends in that of a group: `lr-SGD/backbone`, `lr.backbone`.
  fileprivate func namesGroup(_ group: String) -> Bool {
    let bytes = Bytes(utf8)
    guard bytes.count > group.utf8.count else { return isFolded(equalTo: group) }
    let start = bytes.count - group.utf8.count
    guard Bytes(bytes[start...]).text.isFolded(equalTo: group) else { return false }
    let mark = bytes[start - 1]
    return !mark.isLetter && !mark.isDigit
  }
}

extension [Double] {
  /// Whether both have the same values in the same places.
  fileprivate func isSame(as other: [Double]) -> Bool {
    elementsEqual(other) { $0 == $1 || $0.isNaN && $1.isNaN }
  }
}
