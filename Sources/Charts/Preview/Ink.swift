/// How a sign of a text is coloured, where there are colours.
enum Ink: Sendable, Equatable {
  case plain
  /// Titles.
  case strong
  /// Lines that should be read second.
  case quiet
  /// A place in the palette.
  case series(Int)

  /// The parameters of the escape sequence that asks for it (ECMA-48, “select graphic rendition”).
  ///
  /// The colours are those of the 256 that are nearest to the picture's, so that both show a curve in the same one.
  var sequence: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .quiet: "2"
    case .series(let index): "38;5;\(Self.palette[Palette.colour(index)])"
    }
  }

  private static let palette = [32, 166, 36, 175]
}
