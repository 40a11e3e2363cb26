/// A note that has found its place.
struct PlacedNote: Sendable, Equatable {
  let dot: Trace.Point
  let line: LineLook
  let text: PlacedText

  /// The radius of the dot.
  static let radius = 3.0
}
