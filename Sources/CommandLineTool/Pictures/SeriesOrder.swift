import Text

/// The order of curves whose names differ in a number: a sweep, the layers of a model.
struct SeriesOrder {
  /// What the numbers are values of, where every name is `WHAT=NUMBER`.
  let title: String?
  /// How far each curve is along a ramp of colours, from 0 to 1 for the largest number; `nil` where there is no order.
  let ramps: [Double]?

  init(_ names: [String?]) {
    let texts = names.compactMap { $0.map { Array($0.utf8) } }
    guard texts.count == names.count, texts.count > 1, let first = texts.first else {
      (title, ramps) = (nil, nil)
      return
    }
    title = Self.title(of: texts)
    let head = Self.boundary(texts.reduce(first.count) { min($0, Self.common(first, $1)) }, in: first)
    let last = Array(first.reversed())
    let tail = Self.boundary(texts.reduce(last.count) { min($0, Self.common(last, Array($1.reversed()))) }, in: last)
    let numbers = texts.compactMap { text -> Double? in
      guard head + tail < text.count else { return nil }
      return Decimal.readLoosely(Bytes(text[head..<(text.count - tail)]).text)
    }
    // Two names that end in numbers may be anything, and names that are numbers say nothing of an order.
    let least = title == nil ? 3 : 2
    guard numbers.count == texts.count, numbers.count >= least, head + tail > 0, Set(numbers).count == numbers.count
    else {
      ramps = nil
      return
    }
    let sorted = numbers.sorted()
    ramps = numbers.map { number in
      Double(sorted.firstIndex(of: number) ?? 0) / Double(max(1, sorted.count - 1))
    }
  }

  private static func title(of names: [[UInt8]]) -> String? {
    guard let first = names.first, let sign = first.lastIndex(of: UInt8(ascii: "=")), sign > 0 else { return nil }
    let head = first[...sign]
    guard names.allSatisfy({ $0.starts(with: head) && $0.lastIndex(of: UInt8(ascii: "=")) == sign }) else {
      return nil
    }
    return Bytes(first[..<sign]).text
  }

  private static func common(_ one: [UInt8], _ other: [UInt8]) -> Int {
    zip(one, other).prefix { $0 == $1 }.count
  }

  /// A length that does not end within a number.
  private static func boundary(_ length: Int, in name: [UInt8]) -> Int {
    var length = length
    while length > 0, name[length - 1].isDigit || ".+-eE".utf8.contains(name[length - 1]) { length -= 1 }
    return length
  }
}
