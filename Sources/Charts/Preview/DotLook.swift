/// How a curve of dots is told from others.
struct DotLook: Sendable, Equatable {
  let ink: Ink
  /// As the pen wants them.
  let dashes: [Int]
  /// What stands for a dot where there is only ASCII.
  let mark: String
  /// What stands on the curve, and beside its name, where dots all look the same.
  let letter: String

  private static let marks = ["*", "o", "x", "#", "@", "%", "=", "&"]

  /// The look of a panel's curve, among curves that it may lie on.
  init(of panel: Panel, at index: Int, besides coincidence: Coincidence, on terminal: Terminal) {
    let place = Int((panel.series[index].paletteIndex ?? index).magnitude % 1_000_000)
    ink = .series(place)
    letter = Self.letter(place)
    mark = Self.marks.indices.contains(place) ? Self.marks[place] : Self.letter(place - Self.marks.count)
    // Whole signs, for each has the colour of one curve only.
    let stripe = terminal.isUnicode ? 4 : 2
    dashes =
      coincidence.stripes(of: coincidence.hidden[index]).map { [stripe * $0.dash, stripe * $0.gap] } ?? []
  }

  /// A to Z, then a to z, then all over again.
  private static func letter(_ place: Int) -> String {
    let number = UInt8(place % 52)
    let byte = number < 26 ? UInt8(ascii: "A") + number : UInt8(ascii: "a") + number - 26
    return String(Character(Unicode.Scalar(byte)))
  }

  /// What stands beside its name.
  func sign(on terminal: Terminal) -> String { terminal.isUnicode ? letter : mark }
}
