/// What text is measured with.
enum Ruler: Sendable, Equatable {
  /// Pixels, for letters of a size.
  case font(size: Double, isBold: Bool = false)
  /// The columns of a terminal.
  case cells

  func width(of text: String) -> Double {
    switch self {
    case .font(let size, let isBold): TextWidth.of(text, size: size, isBold: isBold)
    case .cells: Double(CellWidth.of(text))
    }
  }
}
