/// A row of labels that each begin at a place of their own, as far as they have room.
struct LabelRow: Sendable, Equatable {
  struct Label: Sendable, Equatable {
    let text: String
    let place: Double
  }

  /// Where the last label has to end.
  let right: Double
  let baseline: Double
  let ruler: Ruler

  private var isText: Bool { ruler == .cells }
  private var inset: Double { isText ? 1 : 4 }
  private var distance: Double { isText ? 1 : 8 }
  /// The most that a label may run over into the room of the next.
  private var mostSpare: Double { isText ? 9 : 64 }

  /// The labels that have room: all, every second of a regular row, or of an irregular one as many as fit.
  func labels(_ wanted: [Label]) -> [PlacedText] {
    if wanted.count > 3, isRegular(wanted) { return whole(wanted, besides: []) }
    return packed(wanted)
  }

  /// The labels that have room between others, whole ones only.
  func labels(_ wanted: [Label], besides taken: [PlacedText]) -> [PlacedText] {
    guard !taken.isEmpty || isRegular(wanted) else { return packed(wanted) }
    let placed = whole(wanted, besides: taken)
    // Where phases leave some room, an event that can be named is worth more than an even row.
    return placed.isEmpty && !taken.isEmpty ? wanted.compactMap { free($0, besides: taken) }.spaced(self) : placed
  }

  /// Whether the places are equally far apart: a label that is missing will not be taken for one that is not there.
  private func isRegular(_ wanted: [Label]) -> Bool {
    let steps = zip(wanted, wanted.dropFirst()).map { $1.place - $0.place }
    guard let least = steps.min(), let greatest = steps.max() else { return false }
    return greatest - least <= greatest / 5
  }

  /// All labels, or else every second one, or else none.
  private func whole(_ wanted: [Label], besides taken: [PlacedText]) -> [PlacedText] {
    for stride in 1...2 {
      let some = wanted.indices.filter { $0.isMultiple(of: stride) }.map { wanted[$0] }
      let placed = some.compactMap { free($0, besides: taken) }.spaced(self)
      if placed.count == some.count { return placed }
    }
    return []
  }

  private func free(_ label: Label, besides taken: [PlacedText]) -> PlacedText? {
    let text = PlacedText(text: label.text, x: label.place + inset, baseline: baseline)
    let end = end(of: text)
    let isFree = taken.allSatisfy { self.end(of: $0) + distance <= text.x || end + distance <= $0.x }
    return isFree && end <= right ? text : nil
  }

  fileprivate func end(of text: PlacedText) -> Double { text.x + ruler.width(of: text.text) }

  fileprivate func touch(_ one: PlacedText, _ next: PlacedText) -> Bool { end(of: one) + distance > next.x }

  /// Each label begins at its place, or after the label before it where that runs over.
  private func packed(_ wanted: [Label]) -> [PlacedText] {
    var labels: [PlacedText] = []
    var taken = -Double.infinity
    for (index, label) in wanted.enumerated() {
      let start = max(label.place + inset, taken + distance)
      let text = Fitting.elided(label.text, by: ruler, width: limit(of: index, among: wanted) - start)
      // Three letters and “…” say nothing.
      guard text == label.text || text.count >= 6 else { continue }
      let placed = PlacedText(text: text, x: start, baseline: baseline)
      labels.append(placed)
      taken = end(of: placed)
    }
    return labels
  }

  /// Where a label has to end.
  private func limit(of index: Int, among wanted: [Label]) -> Double {
    guard index + 1 < wanted.count else { return right }
    // A warm-up is short and its name is long: the next label may make way, if its own phase has room enough.
    let next = wanted[index + 1]
    let room = (index + 2 < wanted.count ? wanted[index + 2].place : right) - next.place
    let spare = room - ruler.width(of: next.text) - 2 * distance
    return next.place - inset + max(0, min(spare, mostSpare))
  }
}

extension [PlacedText] {
  /// Those that the one before them leaves room for.
  fileprivate func spaced(_ row: LabelRow) -> [PlacedText] {
    reduce(into: []) { kept, text in
      if let last = kept.last, row.touch(last, text) { return }
      kept.append(text)
    }
  }
}
