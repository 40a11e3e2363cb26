/// A note that has found its place.
struct PlacedNote: Sendable, Equatable {
  let dot: Trace.Point
  let line: LineLook
  let text: PlacedText
  /// The curve's place in its panel.
  let series: Int

  /// The radius of the dot.
  static let radius = 3.0
}
