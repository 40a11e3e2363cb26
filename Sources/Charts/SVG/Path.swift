import Text
import XML

/// The `d` of a path, built point by point in whichever notation is shorter.
///
/// Points are rounded to the grid of `places` decimals first and the steps between them counted on that grid, so that
/// relative coordinates do not add up rounding errors.
struct Path: ~Copyable {
  private var output: Output
  private let places: Int
  /// How many grid lines there are to a unit of the points' coordinates.
  private let density: Double
  private var x = 0
  private var y = 0
  /// The command that a bare pair of numbers would repeat.
  private var repeating: UInt8 = 0

  /// An empty path that writes coordinates with up to `places` decimals (0…3).
  ///
  /// - Parameter scale: what coordinates are multiplied by.
  init(places: Int = 2, scale: Double = 1, capacity: Int = 0) {
    self.places = max(0, min(places, 3))
    density = PowerOfTen.exact[self.places] * scale
    output = Output(capacity: max(0, min(capacity, 1 << 16)))
  }

  /// What has been drawn.
  var bytes: Bytes { output.bytes }

  /// Lifts the pen.
  mutating func move(toX newX: Double, y newY: Double) {
    let (newX, newY) = (grid(newX), grid(newY))
    output.append(UInt8(ascii: "M"))
    append(pair: newX, newY)
    (x, y) = (newX, newY)
    // A bare pair after `M` means `L`.
    repeating = UInt8(ascii: "L")
  }

  /// Draws a straight line; one too short to leave its grid point is not written.
  mutating func line(toX newX: Double, y newY: Double) {
    let (newX, newY) = (grid(newX), grid(newY))
    let (dx, dy) = (newX - x, newY - y)
    if dx == 0, dy == 0 { return }
    if dy == 0 {
      append(UInt8(ascii: "H"), newX, or: dx)
    } else if dx == 0 {
      append(UInt8(ascii: "V"), newY, or: dy)
    } else {
      appendLine(to: newX, newY, by: dx, dy)
    }
    (x, y) = (newX, newY)
  }

  /// Marks the current point alone: with round line ends, a dot.
  mutating func dot() {
    output.append(literal: "h0")
    repeating = 0
  }

  private mutating func append(_ command: UInt8, _ absolute: Int, or relative: Int) {
    let isRelative = length(relative) <= length(absolute)
    output.append(isRelative ? command | 0x20 : command)
    append(isRelative ? relative : absolute)
    repeating = 0
  }

  private mutating func appendLine(to newX: Int, _ newY: Int, by dx: Int, _ dy: Int) {
    let (absolute, relative) = (UInt8(ascii: "L"), UInt8(ascii: "l"))
    let absoluteCost = length(newX) + length(newY) + (newY < 0 ? 0 : 1) + (repeating == absolute ? 0 : 1)
    let relativeCost = length(dx) + length(dy) + (dy < 0 ? 0 : 1) + (repeating == relative ? 0 : 1)
    let isRelative = relativeCost <= absoluteCost
    let command = isRelative ? relative : absolute
    let (first, second) = isRelative ? (dx, dy) : (newX, newY)
    if repeating != command {
      output.append(command)
    } else if first >= 0 {
      output.append(UInt8(ascii: " "))
    }
    append(pair: first, second)
    repeating = command
  }

  private mutating func append(pair first: Int, _ second: Int) {
    output.append { [places] line in
      line.append(units: first, places: places, omittingZero: true)
      if second >= 0 { line.append(UInt8(ascii: " ")) }
      line.append(units: second, places: places, omittingZero: true)
    }
  }
}

// MARK: Numbers on the grid

extension Path {
  /// The nearest grid line; coordinates stay so far below `Int.max` that differences cannot overflow.
  private func grid(_ coordinate: Double) -> Int {
    let limited = coordinate.isNaN ? 0 : max(-1e7, min(coordinate, 1e7))
    return Int(exactly: (limited * density).rounded(.toNearestOrAwayFromZero)) ?? 0
  }

  /// Appends a number without trailing zeros and without the zero before the point.
  private mutating func append(_ units: Int) {
    output.append { [places] in $0.append(units: units, places: places, omittingZero: true) }
  }

  /// How many bytes `append(_:)` would write.
  private func length(_ units: Int) -> Int { LineBuffer.length(units: units, places: places) }
}
