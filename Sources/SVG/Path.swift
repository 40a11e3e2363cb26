package import Text

/// The `d` of a path, built point by point in whichever notation is shorter.
///
/// Points are rounded to the grid of `places` decimals first and the steps between them counted on that grid, so that
/// relative coordinates do not add up rounding errors.
package struct Path: Sendable, Equatable {
  package private(set) var bytes: Bytes
  private let places: Int
  private let unit: Int
  private var x = 0
  private var y = 0
  /// The command that a bare pair of numbers would repeat.
  private var repeating: UInt8 = 0

  /// An empty path that writes coordinates with up to `places` decimals (0…3).
  package init(places: Int = 2, capacity: Int = 0) {
    self.places = max(0, min(places, 3))
    unit = [1, 10, 100, 1000][self.places]
    bytes = []
    bytes.reserveCapacity(max(0, min(capacity, 1 << 16)))
  }

  /// Lifts the pen.
  package mutating func move(toX newX: Double, y newY: Double) {
    let (newX, newY) = (grid(newX), grid(newY))
    LineBuffer.with(capacity: Path.room) { line in
      line.append(UInt8(ascii: "M"))
      append(pair: newX, newY, to: &line)
      line.flush(to: &bytes)
    }
    (x, y) = (newX, newY)
    // A bare pair after `M` means `L`.
    repeating = UInt8(ascii: "L")
  }

  /// Draws a straight line; one too short to leave its grid point is not written.
  package mutating func line(toX newX: Double, y newY: Double) {
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
  package mutating func dot() {
    bytes.append(literal: "h0")
    repeating = 0
  }

  private mutating func append(_ command: UInt8, _ absolute: Int, or relative: Int) {
    let isRelative = length(relative) <= length(absolute)
    LineBuffer.with(capacity: Path.room) { line in
      line.append(isRelative ? command | 0x20 : command)
      append(isRelative ? relative : absolute, to: &line)
      line.flush(to: &bytes)
    }
    repeating = 0
  }

  private mutating func appendLine(to newX: Int, _ newY: Int, by dx: Int, _ dy: Int) {
    let absolute = UInt8(ascii: "L")
    let relative = UInt8(ascii: "l")
    let costs = (
      length(newX) + length(newY) + (newY < 0 ? 0 : 1) + (repeating == absolute ? 0 : 1),
      length(dx) + length(dy) + (dy < 0 ? 0 : 1) + (repeating == relative ? 0 : 1)
    )
    let isRelative = costs.1 <= costs.0
    let command = isRelative ? relative : absolute
    let (first, second) = isRelative ? (dx, dy) : (newX, newY)
    LineBuffer.with(capacity: Path.room) { line in
      if repeating != command {
        line.append(command)
      } else if first >= 0 {
        line.append(UInt8(ascii: " "))
      }
      append(pair: first, second, to: &line)
      line.flush(to: &bytes)
    }
    repeating = command
  }

  private func append(pair first: Int, _ second: Int, to line: inout LineBuffer) {
    append(first, to: &line)
    if second >= 0 { line.append(UInt8(ascii: " ")) }
    append(second, to: &line)
  }

  /// Room for a command and two numbers, written at once.
  private static let room = 64
}

// MARK: Numbers on the grid

extension Path {
  /// The nearest grid line; coordinates stay so far below `Int.max` that differences cannot overflow.
  private func grid(_ coordinate: Double) -> Int {
    let limited = coordinate.isNaN ? 0 : max(-1e7, min(coordinate, 1e7))
    return Int(exactly: (limited * Double(unit)).rounded(.toNearestOrAwayFromZero)) ?? 0
  }

  /// Appends a number without trailing zeros and without the zero before the point.
  private func append(_ units: Int, to line: inout LineBuffer) {
    line.append(units: units, of: unit, omittingZero: true)
  }

  /// How many bytes `append(_:to:)` would write.
  private func length(_ units: Int) -> Int {
    if units == 0 { return 1 }
    var (whole, rest) = PowerOfTen.divide(units.magnitude, by: UInt(unit))
    var length = units < 0 ? 1 : 0
    while whole > 0 {
      whole /= 10
      length += 1
    }
    guard rest > 0 else { return length }
    var decimals = places
    while rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    return length + 1 + decimals
  }
}
