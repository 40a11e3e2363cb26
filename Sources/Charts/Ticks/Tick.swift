/// A labelled place on a value axis.
struct Tick: Sendable, Equatable {
  /// Exactly what the label reads back to.
  let value: Double
  let label: String
}

/// The ticks of an axis, and the range it spans.
struct Ticks: Sendable, Equatable {
  let all: [Tick]
  let low: Double
  let high: Double
  /// Places without labels, between those that have them.
  var minor: [Double] = []

  /// The same for an axis with given ends.
  func cropped(to bounds: (low: Double?, high: Double?)) -> Ticks {
    guard bounds.low != nil || bounds.high != nil else { return self }
    let (low, high) = (bounds.low ?? self.low, bounds.high ?? self.high)
    guard low < high else { return self }
    let slack = (high - low) * 1e-9
    func isInside(_ value: Double) -> Bool { value >= low - slack && value <= high + slack }
    return Ticks(all: all.filter { isInside($0.value) }, low: low, high: high, minor: minor.filter(isInside))
  }
}

/// The label of a tick, and how high it stands.
struct TickLabel: Sendable, Equatable {
  let y: Double
  let text: String
}

extension Ticks {
  /// The labels that stand at least a distance apart: all, every second or third of them, or the outermost two.
  func labels(on scale: ValueScale, apart distance: Double) -> [TickLabel] {
    let places = all.map { TickLabel(y: scale.position(of: $0.value), text: $0.label) }
    guard let first = places.first, let last = places.last, places.count > 1 else { return places }
    var closest = Double.infinity
    for index in 1..<places.count { closest = min(closest, places[index - 1].y - places[index].y) }
    if closest >= distance { return places }
    for stride in 2..<max(3, places.count) {
      // Both ends are kept, and so are equal steps between.
      guard (places.count - 1).isMultiple(of: stride), closest * Double(stride) >= distance else { continue }
      return places.indices.filter { $0.isMultiple(of: stride) }.map { places[$0] }
    }
    return first.y - last.y >= distance ? [first, last] : [first]
  }
}
