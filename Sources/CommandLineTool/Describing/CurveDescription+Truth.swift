import Schedules
import Text

/// The spans as an explanation has them: what moves and is then held is two, and a leap is one of its own.
extension CurveDescription {
  var explained: [Span] {
    spans.flatMap { span -> [Span] in
      if span.phase.motion == .jumps { return [span] }
      return leaps(in: span).flatMap(held)
    }
  }

  /// The leap with which a span begins, if it does: “jumps from 1.416e-06 to 1.951e-06”.
  func leap(into span: Span) -> String? {
    let row = span.phase.start
    guard row > 1, isLeap(row, height: height(row - 1, row)) || isRupture(row) else { return nil }
    return "jumps from \(Significant.text(values[row - 1])) to \(Significant.text(values[row]))"
  }

  /// A span, cut where its value leaps.
  private func leaps(in span: Span) -> [Span] {
    let (start, end) = (span.phase.start, span.end)
    guard end - start > 4, let low = values[start..<end].min(), let high = values[start..<end].max(), high > low else {
      return [span]
    }
    let rows = (start + 2..<end).filter {
      height($0 - 1, $0) > 0.1 * (high - low) && isLeap($0, height: height($0 - 1, $0))
    }
    guard !rows.isEmpty, rows.count <= 10 else { return [span] }
    return zip([start] + rows, rows + [end]).map { from, to in
      Span(phase: Phase(start: from, motion: span.phase.motion, label: span.phase.label), end: to)
    }
  }

  /// Whether a row lies much farther from the one before than its neighbours do from theirs.
  private func isLeap(_ row: Int, height: Double) -> Bool {
    let before = row >= 2 ? self.height(row - 2, row - 1) : 0
    let after = row + 1 < values.count ? self.height(row, row + 1) : 0
    return height > 0.1 * max(abs(values[row]), abs(values[row - 1])) && height > 20 * max(before, after)
  }

  /// Whether the value more than halves or doubles where a span begins, and moves far less on both sides.
  private func isRupture(_ row: Int) -> Bool {
    let (height, after) = (height(row - 1, row), row + 1 < values.count ? height(row, row + 1) : 0)
    return height > 0.5 * max(abs(values[row]), abs(values[row - 1]))
      && height > 3 * max(self.height(row - 2, row - 1), after)
  }

  private func height(_ row: Int, _ next: Int) -> Double { abs(values[next] - values[row]) }

  /// A span, and what is held at the end of it.
  private func held(_ span: Span) -> [Span] {
    let (start, end) = (span.phase.start, span.end)
    guard let change = (start..<end).dropFirst().last(where: { values[$0] != values[$0 - 1] }), end - change > 2 else {
      return [span]
    }
    return [
      Span(phase: span.phase, end: change),
      Span(phase: Phase(start: change, motion: .jumps, label: "hold"), end: end),
    ]
  }
}
