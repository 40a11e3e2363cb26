import Charts
import Curves
import Schedules

/// Tells what a curve does as a person would, for who cannot see it: “rises from 0.01 to 0.1 over 5 epochs, then falls
/// along a cosine to 3.4e-5 at epoch 89”.
struct Telling {
  /// More stretches than this are counted, not told.
  private static let longest = 6

  private let column: Curve.Column
  private let stepsPerEpoch: Int

  static func of(_ curve: Curve) -> String {
    let rates = curve.columns(of: .lr)
    var sentences = rates.prefix(12).compactMap { Telling(column: $0, stepsPerEpoch: curve.stepsPerEpoch).sentence }
    if rates.count > 12 { sentences.append("There are \(rates.count - 12) more curves.") }
    for quantity in [Curve.Quantity.momentum, .beta1, .weightDecay, .metric] {
      sentences += curve.columns(of: quantity).prefix(1).compactMap {
        Telling(column: $0, stepsPerEpoch: curve.stepsPerEpoch).range
      }
    }
    return sentences.joined(separator: " ")
  }

  /// What the rate does, stretch by stretch.
  private var sentence: String? {
    let values = column.values.prefix { !$0.isNaN }
    guard let first = values.first, let last = values.last else { return nil }
    guard values.contains(where: { $0 != first }) else { return "\(subject) stays at \(Significant.text(first))." }
    let stretches = self.stretches(count: values.count)
    if stretches.count > Telling.longest {
      let (low, high) = extremes(values)
      return "\(subject) goes through \(stretches.count) stretches between \(low) and \(high), "
        + "and ends at \(Significant.text(last)) at \(place(values.count - 1))."
    }
    let told = stretches.enumerated().map { tell($1, of: values, isFirst: $0 == 0) }
    return "\(subject) \(told.joined(separator: ", then "))."
  }

  private func stretches(count: Int) -> [(phase: Phase, end: Int)] {
    let phases = column.phases.filter { $0.start < count }
    return phases.enumerated().map { index, phase in
      (phase, index + 1 < phases.count ? phases[index + 1].start : count)
    }
  }

  private func tell(_ stretch: (phase: Phase, end: Int), of values: ArraySlice<Double>, isFirst: Bool) -> String {
    let (start, end) = (stretch.phase.start, stretch.end)
    // A stretch that goes on to where the next one begins is told to have reached it.
    let reach = end < values.count && continues(values, over: end) ? end : end - 1
    let part = values[start...reach]
    let (from, to) = (values[start], values[reach])
    let (low, high) = (part.min() ?? from, part.max() ?? from)
    if low == high { return "\(isFirst ? "stays" : "holds") at \(Significant.text(to)) until \(place(reach))" }
    let drops = changes(part)
    if stretch.phase.motion != .moves, drops.count <= 4 {
      let list = drops.map { "to \(Significant.text(values[$0])) at \(place($0))" }
      let direction = to < from ? "drops" : "jumps"
      return (isFirst ? "starts at \(Significant.text(from)) and " : "") + "\(direction) "
        + list.joined(separator: ", ")
    }
    let way = stretch.phase.label == "cosine" ? " along a cosine" : ""
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
    return ways.joined(separator: ", then ")
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

  /// The range of a quantity that is not the rate.
  private var range: String? {
    let values = column.values.prefix { !$0.isNaN }
    guard !values.isEmpty else { return nil }
    let (low, high) = extremes(values)
    return low == high ? "\(subject) stays at \(low)." : "\(subject) lies between \(low) and \(high)."
  }

  private func extremes(_ values: ArraySlice<Double>) -> (low: String, high: String) {
    (Significant.text(values.min() ?? 0), Significant.text(values.max() ?? 0))
  }

  private var subject: String {
    let quantity =
      switch column.quantity {
      case .lr: "The learning rate"
      case .momentum: "The momentum"
      case .beta1: "Beta1"
      case .weightDecay: "Weight decay"
      case .metric: "The metric"
      }
    let owner = [column.curve, column.group].compactMap { $0 }.joined(separator: ", ")
    return owner.isEmpty ? quantity : "\(quantity) of \(owner)"
  }

  private func place(_ row: Int) -> String { stepsPerEpoch > 1 ? "step \(row)" : "epoch \(row)" }

  private func duration(_ rows: Int) -> String {
    "\(rows) \(stepsPerEpoch > 1 ? "step" : "epoch")\(rows == 1 ? "" : "s")"
  }
}
