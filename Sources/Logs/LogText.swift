import Text

/// A log's bytes and a place in them; only what is reported becomes text.
struct LogText {
  let bytes: Bytes
  var index = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  var end: Int { bytes.count }

  /// The first byte that is neither a blank nor a line end.
  var firstByte: UInt8? { bytes[index...].first { $0 > 0x20 } }

  /// The next line without its end, at a line feed or a carriage return; `nil` at the end of the text.
  mutating func nextLine() -> Range<Int>? {
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    let line = start..<index
    if index < bytes.count { index += 1 }
    return line
  }

  /// Where a text begins in a range, if it does.
  func find(_ text: StaticString, in range: Range<Int>) -> Int? {
    text.withUTF8Buffer { wanted in
      guard let first = wanted.first, range.count >= wanted.count else { return nil }
      var place = range.lowerBound
      let last = range.upperBound - wanted.count
      while place <= last {
        if bytes[place] == first {
          var length = 1
          while length < wanted.count, bytes[place + length] == wanted[length] { length += 1 }
          if length == wanted.count { return place }
        }
        place += 1
      }
      return nil
    }
  }

  /// Where the text after another one begins, if that is in a range.
  func place(after text: StaticString, in range: Range<Int>) -> Int? {
    find(text, in: range).map { $0 + text.utf8CodeUnitCount }
  }

  /// Whether a range is a text.
  func isAt(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<wanted.count where bytes[range.lowerBound + offset] != wanted[offset] { return false }
      return true
    }
  }

  func skippingBlanks(_ place: Int, to end: Int) -> Int {
    var place = place
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  /// A whole number from 0 on after blanks, and where it ends.
  func integer(at place: Int, to end: Int) -> (value: Int, end: Int)? {
    var place = skippingBlanks(place, to: end)
    let start = place
    var value = 0
    while place < end, bytes[place].isDigit {
      // More digits than these count nothing that a run does.
      guard place - start < 15 else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    return place > start ? (value, place) : nil
  }

  /// The whole number that follows a text, blanks between them or not.
  func integer(after text: StaticString, in line: Range<Int>) -> (value: Int, end: Int)? {
    place(after: text, in: line).flatMap { integer(at: $0, to: line.upperBound) }
  }

  /// A number after blanks, and perhaps a quote.
  func number(at place: Int, to end: Int) -> LogNumber? {
    var place = skippingBlanks(place, to: end)
    if place < end, bytes[place] == UInt8(ascii: "'") || bytes[place] == UInt8(ascii: "\"") { place += 1 }
    return LogNumber(bytes, from: place, to: end)
  }

  func text(_ range: Range<Int>) -> String { Bytes(bytes[range]).text }
}
