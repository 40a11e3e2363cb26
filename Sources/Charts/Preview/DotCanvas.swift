/// Dots in the columns and lines of a plot: eight in a braille sign, or a mark for each where there is only ASCII.
struct DotCanvas {
  let columns: Int
  let lines: Int
  let grain: Grain
  private var cells: [Cell]

  /// How many dots a sign holds.
  enum Grain: Sendable {
    case braille, mark

    var width: Int { self == .braille ? 2 : 1 }
    var height: Int { self == .braille ? 4 : 1 }
    /// The dot in a sign that stands for its middle, counted from above.
    var middle: Int { self == .braille ? 2 : 0 }
  }

  private struct Cell {
    var dots: UInt8 = 0
    /// The curve that drew the last dot.
    var curve = 0
  }

  init(columns: Int, lines: Int, grain: Grain) {
    self.columns = max(1, columns)
    self.lines = max(1, lines)
    self.grain = grain
    cells = Array(repeating: Cell(), count: self.columns * self.lines)
  }

  var dotColumns: Int { columns * grain.width }
  var dotLines: Int { lines * grain.height }

  /// The nearest column of dots.
  func column(_ x: Int) -> Int { max(0, min(x, dotColumns - 1)) }

  /// The nearest line of dots.
  func line(_ y: Int) -> Int { max(0, min(y, dotLines - 1)) }

  /// Draws a dot, counted from the left and from above.
  mutating func plot(x: Int, y: Int, curve: Int) {
    guard x >= 0, y >= 0, x < dotColumns, y < dotLines else { return }
    let index = y / grain.height * columns + x / grain.width
    cells[index].dots |= Self.bit(x: x % grain.width, y: y % grain.height)
    cells[index].curve = curve
  }

  /// The dots of a sign, and the curve that drew the last of them; `nil` where there is none.
  func cell(column: Int, line: Int) -> (dots: UInt8, curve: Int)? {
    let cell = cells[line * columns + column]
    return cell.dots == 0 ? nil : (cell.dots, cell.curve)
  }

  /// The sign of some dots.
  static func braille(_ dots: UInt8) -> String {
    String(Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init) ?? "?")
  }

  /// The bit of a dot: the six dots of Louis Braille column by column, then the two below them.
  private static func bit(x: Int, y: Int) -> UInt8 {
    y == 3 ? (x == 0 ? 0x40 : 0x80) : 1 << UInt8(x * 3 + y)
  }
}
