/// The names of a picture's curves as they are written.
enum SeriesNames {
  /// The names of a panel's series in one line each, `nil` for those that have none.
  static func of(_ panel: Panel) -> [String?] { panel.series.map { $0.name.map(Fitting.oneLine) } }

  /// The names as they fit a width; `nil` where two of them would look the same.
  ///
  /// Of names that are too long, what all have in common goes first.
  static func fitted(_ names: [String], by ruler: Ruler, width: Double) -> [String]? {
    let areShort = names.allSatisfy { $0.utf8.count < 200 && ruler.width(of: $0) <= width }
    let short = areShort ? names : withoutCommonParts(names)
    let fitted = short.map { Fitting.elidedInMiddle($0, by: ruler, width: width) }
    let areTold = Set(fitted.map { Array($0.utf8) }).count == Set(names.map { Array($0.utf8) }).count
    return areTold && fitted.allSatisfy { !$0.isEmpty } ? fitted : nil
  }

  /// `…layers.0…` and `…layers.1…` for names that begin and end alike.
  static func withoutCommonParts(_ names: [String]) -> [String] {
    let names = names.map { Array($0.unicodeScalars.prefix(1000)) }
    guard let first = names.first, Set(names).count > 1 else { return names.map(text) }
    let head = cut(names.reduce(first.count) { common($0, first, $1) }, of: first)
    let reversed = names.map { Array($0.reversed()) }
    guard let last = reversed.first else { return names.map(text) }
    let tail = cut(reversed.reduce(last.count) { common($0, last, $1) }, of: last)
    return names.map { name in
      // A beginning of one letter is no longer than the sign that would stand for it.
      let (start, rest) = (head > 1 ? head : 0, tail > 1 ? tail : 0)
      guard start + rest < name.count else { return text(name) }
      return (start > 0 ? "…" : "") + text(Array(name[start..<(name.count - rest)])) + (rest > 0 ? "…" : "")
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func common(_ most: Int, _ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var count = 0
    while count < most, count < one.count, count < other.count, one[count] == other[count] { count += 1 }
    return count
  }

  /// A length that ends after a sign between words.
  private static func cut(_ length: Int, of name: [Unicode.Scalar]) -> Int {
    let separators: [Unicode.Scalar] = [".", "_", "-", " ", "/", "·", "="]
    return (name[..<length].lastIndex { separators.contains($0) } ?? -1) + 1
  }

  /// A name without what the key says above all of them: `gamma=0.9` under `gamma` is `0.9`.
  static func value(_ name: String, under title: String?) -> String {
    guard let title, name.utf8.starts(with: "\(title)=".utf8) else { return name }
    return String(name.unicodeScalars.dropFirst(title.unicodeScalars.count + 1))
  }

  /// The places of a panel's series from the highest curve to the lowest, by their mean height.
  static func order(_ panel: Panel, _ range: ValueRange) -> [Int] {
    let scale = range.scale(PixelRange(start: 0, end: 1))
    let heights = panel.series.map { series in
      let count = series.values.count
      let taken = min(count, 64)
      var (sum, number) = (0.0, 0)
      for index in 0..<taken {
        let value = series.values[count / taken * index + count % taken * index / taken]
        guard value.isFinite, value > scale.lowerLimit else { continue }
        sum += scale.position(of: value)
        number += 1
      }
      return number > 0 ? sum / Double(number) : -1
    }
    return panel.series.indices.sorted { heights[$0] == heights[$1] ? $0 < $1 : heights[$0] > heights[$1] }
  }
}
