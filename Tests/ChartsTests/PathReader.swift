/// Reads `d` back, independently of how it was written.
enum PathReader {
  /// The points of each subpath.
  static func points(_ d: String) -> [[(x: Double, y: Double)]] {
    var result: [[(x: Double, y: Double)]] = []
    var (x, y) = (0.0, 0.0)
    var rest = Substring(d)
    var command: Character = " "
    func number() -> Double {
      rest = rest.drop { $0 == " " }
      var text = ""
      while let next = rest.first, next.isNumber || next == "." || (next == "-" && text.isEmpty) {
        if next == ".", text.contains(".") { break }
        text.append(next)
        rest = rest.dropFirst()
      }
      return Double(text.hasPrefix("-.") ? "-0" + text.dropFirst() : text.hasPrefix(".") ? "0" + text : text) ?? .nan
    }
    while let next = rest.first {
      if next.isLetter {
        command = next
        rest = rest.dropFirst()
      } else if command == "M" {
        command = "L"
      }
      switch command {
      case "M":
        (x, y) = (number(), number())
        result.append([])
      case "L": (x, y) = (number(), number())
      case "l": (x, y) = (x + number(), y + number())
      case "H": x = number()
      case "h": x += number()
      case "V": y = number()
      case "v": y += number()
      default: return []
      }
      if !result.isEmpty { result[result.count - 1].append((x, y)) }
    }
    return result
  }
}
