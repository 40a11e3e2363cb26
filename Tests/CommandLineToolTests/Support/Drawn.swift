import Foundation

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A finished picture, read by an XML parser that knows nothing of how it was written.
struct Drawn {
  /// A text, with what its groups say of it.
  struct Word {
    let text: String
    let size: Double
    let style: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    func overlaps(_ other: Word) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  let bytes: String
  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var words: [Word] = []
  /// The horizontal lines at the ticks.
  private(set) var grid: [(left: Double, right: Double, y: Double)] = []
  private(set) var dots: [(x: Double, y: Double)] = []
  /// The curves: class, colour, dashes, and how wide they are.
  private(set) var series: [(style: String, colour: String, dash: String?, width: Double)] = []
  private(set) var tooltips = 0

  init?(_ bytes: String) {
    self.bytes = bytes
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes.utf8))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    for element in reader.elements { add(element) }
  }

  private mutating func add(_ element: Element) {
    func number(_ name: String) -> Double { element.attributes[name].flatMap(Double.init) ?? 0 }
    switch element.name {
    case "svg":
      let box = (element.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if box.count == 4 { (width, height) = (box[2], box[3]) }
    case "text":
      let (size, anchor) = (number("font-size"), element.attributes["text-anchor"] ?? "start")
      let width = TextWidth.of(element.text, size: size, isBold: element.attributes["font-weight"] != nil)
      let left = number("x") - (anchor == "end" ? width : anchor == "middle" ? width / 2 : 0)
      words.append(
        Word(
          text: element.text, size: size, style: element.attributes["class"] ?? "", left: left, right: left + width,
          top: number("y") - 0.74 * size, bottom: number("y") + 0.19 * size))
    case "line" where element.attributes["class"] == "grid":
      grid.append((number("x1"), number("x2"), number("y1")))
    case "circle": dots.append((number("cx"), number("cy")))
    case "path":
      series.append(
        (
          element.attributes["class"] ?? "", element.attributes["stroke"] ?? "", element.attributes["stroke-dasharray"],
          number("stroke-width")
        ))
    case "title": tooltips += 1
    default: break
    }
  }

  /// What stands beside dots and drops.
  var notes: [String] { words.filter { $0.style == "strong" && $0.size < 12 * scale }.map(\.text) }
  /// The numbers beside the value axes.
  var ticks: [String] { words.filter { $0.style == "quiet" && Double($0.text) != nil }.map(\.text) }
  private var scale: Double { (words.map(\.size).min() ?? 9) >= 18 ? 2 : 1 }

  /// What is wrong with the places of texts, in words.
  var collisions: [String] {
    var found: [String] = []
    for (index, word) in words.enumerated() {
      if word.left < 0 || word.top < 0 || word.right > width || word.bottom > height {
        found.append("“\(word.text)” is outside")
      }
      for other in words[(index + 1)...] where word.overlaps(other) {
        found.append("“\(word.text)” on “\(other.text)”")
      }
      for line in grid
      where line.y > word.top && line.y < word.bottom && line.left < word.right && word.left < line.right {
        found.append("“\(word.text)” on a line of the grid")
      }
    }
    return found
  }

  private struct Element {
    let name: String
    /// Its own, and what it has from the groups around it.
    let attributes: [String: String]
    var text = ""
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Element] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      let inherited = ["font-size", "text-anchor", "font-weight", "class", "stroke-width"]
      let around = (open.last?.attributes ?? [:]).filter { inherited.contains($0.key) }
      open.append(Element(name: name, attributes: around.merging(attributes) { $1 }))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      elements.append(open.removeLast())
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open[open.count - 1].text += text }
  }
}

extension Drawn {
  /// How bright a colour is beside another: the ratio of WCAG.
  static func contrast(_ one: String, _ other: String) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  static func luminance(_ colour: String) -> Double {
    let digits = colour.dropFirst().compactMap(\.hexDigitValue)
    let parts = stride(from: 0, to: 6, by: 2).map { index -> Double in
      let value = Double(digits[index] * 16 + digits[index + 1]) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
