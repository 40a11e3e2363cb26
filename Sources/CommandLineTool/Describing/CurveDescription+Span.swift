import Curves
import Schedules
import Text

/// The description of one span of a curve.
extension CurveDescription {
  /// A phase and the row that ends it.
  struct Span {
    let phase: Phase
    let end: Int
  }

  /// The phases that have values.
  var spans: [Span] {
    let count = values.count
    let phases = column.phases.filter { $0.start < count }
    var spans: [Span] = []
    for (index, phase) in phases.enumerated() {
      let end = index + 1 < phases.count ? phases[index + 1].start : count
      // A phase that ends before its first row does not count.
      if phase.start < end { spans.append(Span(phase: phase, end: end)) }
    }
    return spans
  }

  /// The words for a span, which begin with a verb; `isFirst` where nothing has been said of what came before.
  func describe(_ span: Span, isFirst: Bool) -> String {
    let (start, end) = (span.phase.start, span.end)
    // A span that goes on to where the next one begins is said to have reached it.
    let reach = end < values.count && continues(values, over: end) ? end : end - 1
    let part = values[start...reach]
    let (from, to) = (values[start], values[reach])
    let (low, high) = (part.min() ?? from, part.max() ?? from)
    if start == reach { return "is \(Significant.text(to)) at \(place(reach))" }
    if low == high { return "\(isFirst ? "stays" : "holds") at \(Significant.text(to)) until \(place(reach))" }
    let drops = changes(part)
    if span.phase.motion != .moves, drops.count <= 4 {
      let list = drops.map { "to \(Significant.text(values[$0])) at \(place($0))" }
      let direction = to < from ? "drops" : "jumps"
      return (isFirst ? "starts at \(Significant.text(from)) and " : "") + "\(direction) "
        + list.joined(by: ", ")
    }
    let way = span.phase.label == "cosine" ? " along a cosine" : ""
    let beginning = isFirst ? " from \(Significant.text(from))" : ""
    let turns = turns(in: part)
    guard turns.count <= 2 else {
      return "goes\(beginning)\(way) up and down \(turns.count) times between \(Significant.text(low)) and "
        + "\(Significant.text(high)), to \(Significant.text(to)) at \(place(reach))"
    }
    var row = start
    let ways = (turns + [reach]).map { end in
      let verb = values[end] > values[row] ? "rises" : "falls"
      let when = start == 0 && row == 0 && verb == "rises" ? "over \(duration(end))" : "at \(place(end))"
      defer { row = end }
      return "\(verb)\(row == start ? beginning : "")\(way) to \(Significant.text(values[end])) \(when)"
    }
    return ways.joined(by: ", then ")
  }

  /// The rows where a curve turns from rising to falling or back.
  private func turns(in part: ArraySlice<Double>) -> [Int] {
    var turns: [Int] = []
    var direction = 0.0
    for row in part.indices.dropFirst() {
      let step = part[row] - part[row - 1]
      if step * direction < 0 { turns.append(row - 1) }
      if step != 0 { direction = step > 0 ? 1 : -1 }
    }
    return turns
  }

  /// Whether the value at a row goes on in the direction of those before it.
  private func continues(_ values: ArraySlice<Double>, over row: Int) -> Bool {
    guard row >= 2 else { return false }
    let (before, step) = (values[row - 1] - values[row - 2], values[row] - values[row - 1])
    return before * step > 0 && abs(step) < 2 * abs(before)
  }

  private func changes(_ part: ArraySlice<Double>) -> [Int] {
    var rows: [Int] = []
    for row in part.indices.dropFirst() where part[row] != part[row - 1] {
      rows.append(row)
      if rows.count > 4 { break }
    }
    return rows
  }
}
