import Charts
import Curves
import Schedules
import Text

/// What of a curve is worth a mark: its peak, its end, and where it drops.
struct Highlights {
  /// With more jumps than this, their numbers would be a crowd.
  private static let mostLabels = 12
  /// More boundaries than a picture has room for.
  private static let mostJumps = 2000

  private let column: Curve.Column?
  private let isOnly: Bool

  /// The highlights of the first curve.
  init(of curve: Curve) {
    let rates = curve.columns(of: .lr).filter { !$0.isReference }
    self.init(of: rates.first, isOnly: rates.count == 1)
  }

  init(of column: Curve.Column?, isOnly: Bool) { (self.column, self.isOnly) = (column, isOnly) }

  /// The row of the first of the equal peaks.
  static func peak(of values: ArraySlice<Double>) -> Int? {
    guard let high = values.lazy.filter({ $0.isFinite }).max() else { return nil }
    // What differs by an error of rounding is equal.
    return values.firstIndex { $0 >= high - 1e-9 * abs(high) }
  }

  /// The peak, the last value, and the levels that the curve drops to if they are few: of the rows that are shown.
  func notes(in shown: Range<Int>) -> [Note] {
    guard let values = column?.values[shown.clamped(to: 0..<(column?.values.count ?? 0))],
      let peak = Self.peak(of: values), let end = values.lastIndex(where: { !$0.isNaN })
    else { return [] }
    let top = Note(row: peak, value: values[peak])
    guard abs(values[end] - values[peak]) > 1e-9 * abs(values[peak]) else { return [top] }
    let all = drops
    let drops = (all.count <= Self.mostLabels ? all : []).filter(values.indices.contains)
    var levels = drops.map { Note(row: $0, value: values[$0], hasDot: false) }
    let isTold = drops.last.map { values[$0] == values[end] } ?? false
    if isTold { levels[levels.count - 1].isNeeded = true }
    var last = Note(row: end, value: values[end])
    last.isNeeded = true
    return [top] + (isTold ? [] : [last]) + levels
  }

  /// The peak alone.
  func peakNote(in shown: Range<Int>) -> Note? { notes(in: shown).first }

  /// The jumps of the only curve; none where every second row jumps.
  var events: [Event] {
    guard isOnly, let column, column.phases.allSatisfy({ $0.motion == .jumps }) else { return [] }
    let rows = jumps(in: column.values, 0..<column.values.count)
    guard rows.count <= Self.mostJumps, rows.count <= max(Self.mostLabels, column.values.count / 2) else { return [] }
    return rows.map { Event(at: Double($0)) }
  }

  /// Where the only curve falls from one level to another, in phases that hold their levels.
  private var drops: [Int] {
    guard isOnly, let column else { return [] }
    let (values, phases) = (column.values, column.phases)
    return phases.indices.flatMap { index -> [Int] in
      guard phases[index].motion == .jumps else { return [] }
      let end = index + 1 < phases.count ? phases[index + 1].start : values.count
      return jumps(in: values, phases[index].start..<max(phases[index].start, min(end, values.count)))
        .filter { values[$0] < values[$0 - 1] }
    }
  }

  private func jumps(in values: [Double], _ rows: Range<Int>) -> [Int] {
    Array(rows.lazy.filter { $0 > 0 && values[$0] != values[$0 - 1] }.prefix(Self.mostJumps + 1))
  }
}
