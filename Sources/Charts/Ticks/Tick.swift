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
}
