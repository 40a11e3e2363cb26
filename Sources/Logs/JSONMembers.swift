import Text

/// The members of a JSON object in a log, read without making values; `NaN` and `Infinity` are let pass.
struct JSONMembers {
  private let end: Int
  private(set) var place: Int
  /// Whether it is not an object, or does not end.
  private(set) var isBroken = false
  private var isOver = false

  /// The object that begins at a place, which is its brace.
  init(of text: LogText, at start: Int, to end: Int) {
    self.end = end
    place = start
    if start < end, text.bytes[start] == UInt8(ascii: "{") { place += 1 } else { isBroken = true }
  }

  /// The members that are left of an object, after one of its values.
  init(of text: LogText, resumingAt place: Int) {
    end = text.end
    self.place = place
  }

  /// Skips the value of the key that was read, and returns whether it ends.
  mutating func skip(in text: LogText) -> Bool {
    guard let behind = text.endOfJSON(at: place, to: end) else {
      isBroken = true
      return false
    }
    place = behind
    return true
  }

  /// The next key, without its quotes, and its value as it stands.
  mutating func next(in text: LogText) -> (key: Range<Int>, value: Range<Int>)? {
    guard let key = nextKey(in: text), case let start = place, skip(in: text) else { return nil }
    return (key, start..<place)
  }

  /// The next key; `place` is where its value begins, which `skip` goes after.
  mutating func nextKey(in text: LogText) -> Range<Int>? {
    guard !isBroken, !isOver else { return nil }
    place = text.skippingSpace(place, to: end)
    if place < end, text.bytes[place] == UInt8(ascii: ",") { place = text.skippingSpace(place + 1, to: end) }
    guard place < end else {
      isBroken = true
      return nil
    }
    if text.bytes[place] == UInt8(ascii: "}") {
      isOver = true
      place += 1
      return nil
    }
    guard text.bytes[place] == UInt8(ascii: "\""), let keyEnd = text.endOfJSONString(at: place, to: end) else {
      isBroken = true
      return nil
    }
    let key = (place + 1)..<(keyEnd - 1)
    place = text.skippingSpace(keyEnd, to: end)
    guard place < end, text.bytes[place] == UInt8(ascii: ":") else {
      isBroken = true
      return nil
    }
    place = text.skippingSpace(place + 1, to: end)
    guard place < end else {
      isBroken = true
      return nil
    }
    return key
  }
}

extension LogText {
  func skippingSpace(_ place: Int, to end: Int) -> Int {
    var place = place
    while place < end, bytes[place] <= 0x20 { place += 1 }
    return place
  }

  /// Where a text in quotes ends, after the closing one.
  func endOfJSONString(at start: Int, to end: Int) -> Int? {
    var place = start + 1
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { return place + 1 }
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Where a value ends; brackets are counted, not matched.
  func endOfJSON(at start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    var (place, depth) = (start, 0)
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard let behind = endOfJSONString(at: place, to: end) else { return nil }
        place = behind
        if depth == 0 { return place }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return place > start ? trimmedEnd(start, place) : nil }
        depth -= 1
        if depth == 0 { return place + 1 }
      case UInt8(ascii: ",") where depth == 0: return place > start ? trimmedEnd(start, place) : nil
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The end of a text without the blanks before it.
  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }
}
