/// A row of labels, each right of a place of its own and left of the next one's, as far as they have room.
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

  /// The labels that have room: all, every second of a regular row, or of an irregular one as many as fit.
  func labels(_ wanted: [Label]) -> [PlacedText] {
    if wanted.count > 3, isRegular(wanted) { return whole(wanted, besides: []) }
    let placed = elided(wanted)
    // Where the first one is elided or left out, it hangs to the left.
    guard let hung = hung(wanted) else { return placed }
    return [hung] + placed.filter { $0.x >= wanted[1].place }
  }

  /// The labels that have room between others, whole ones only.
  func labels(_ wanted: [Label], besides taken: [PlacedText]) -> [PlacedText] {
    guard !taken.isEmpty || isRegular(wanted) else { return elided(wanted) }
    let placed = whole(wanted, besides: taken)
    // Where phases leave some room, an event that can be named is worth more than an even row.
    return placed.isEmpty && !taken.isEmpty
      ? wanted.indices.compactMap { free($0, of: wanted, besides: taken) } : placed
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
      let some = wanted.indices.filter { $0.isMultiple(of: stride) }
      let placed = some.compactMap { free($0, of: wanted, besides: taken) }
      let areApart = zip(placed, placed.dropFirst()).allSatisfy { end(of: $0) + distance <= $1.x }
      if placed.count == some.count, areApart { return placed }
    }
    return []
  }

  private func free(_ index: Int, of wanted: [Label], besides taken: [PlacedText]) -> PlacedText? {
    let label = wanted[index]
    let text = PlacedText(text: label.text, x: label.place + inset, baseline: baseline)
    let end = end(of: text)
    let isFree = taken.allSatisfy { self.end(of: $0) + distance <= text.x || end + distance <= $0.x }
    return isFree && end <= limit(of: index, among: wanted) ? text : nil
  }

  /// Whether a label that has been placed names what begins at a place.
  func names(_ label: PlacedText, _ place: Double) -> Bool { abs(label.x - place - inset) < 1e-6 }

  /// A label at a line of its own: right of it, or left, where it has room beside others.
  func label(_ text: String, at place: Double, from left: Double, besides taken: [PlacedText]) -> PlacedText? {
    guard !text.isEmpty else { return nil }
    let text = Fitting.elided(text, by: ruler, width: (right - left) * 0.4)
    let width = ruler.width(of: text)
    for x in [place + inset, place - inset - width] {
      let isFree = taken.allSatisfy { end(of: $0) + distance <= x || x + width + distance <= $0.x }
      if !text.isEmpty, isFree, x >= left - mostHanging, x + width <= right {
        return PlacedText(text: text, x: x, baseline: baseline)
      }
    }
    return nil
  }

  private func end(of text: PlacedText) -> Double { text.x + ruler.width(of: text.text) }

  /// The first label where its stretch is too narrow for it: it ends at the next line, and hangs over the value axis.
  ///
  /// A warm-up is short, its name is long, and nothing else is called so far to the left.
  private func hung(_ wanted: [Label]) -> PlacedText? {
    guard wanted.count > 1, let first = wanted.first else { return nil }
    let width = ruler.width(of: first.text)
    let start = limit(of: 0, among: wanted) - (isText ? 1 : 3) - width
    guard start < first.place + inset, start >= first.place - mostHanging else { return nil }
    return PlacedText(text: first.text, x: start, baseline: baseline)
  }

  private var mostHanging: Double { isText ? 6 : 36 }

  /// Each label as far as it fits.
  private func elided(_ wanted: [Label]) -> [PlacedText] {
    wanted.indices.compactMap { index in
      let (label, start) = (wanted[index], wanted[index].place + inset)
      let text = Fitting.elided(label.text, by: ruler, width: limit(of: index, among: wanted) - start)
      // Three letters and “…” say nothing.
      guard text == label.text || text.count >= 6 else { return nil }
      return PlacedText(text: text, x: start, baseline: baseline)
    }
  }

  /// Where a label has to end: what stands beyond the next line would seem to name what begins there.
  private func limit(of index: Int, among wanted: [Label]) -> Double {
    index + 1 < wanted.count ? wanted[index + 1].place - (isText ? 0 : 1) : right
  }
}
