import Foundation
import SVG
import Testing
import Text

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What holds for the files that are kept, read by an XML parser that knows nothing of how they were written.
@Suite("Structure of the goldens")
struct StructureTests {
  private static var files: [(name: String, bytes: Data)] {
    Goldens.charts.map { ($0.name, Data($0.chart.draw())) }
  }

  @Test("well-formed, and without anything that runs, refers or depends")
  func selfContained() {
    for (name, bytes) in Self.files {
      #expect(XMLParser(data: bytes).parse(), "\(name)")
      let reader = Reader(of: bytes)
      #expect(
        !reader.elements.contains { ["script", "image", "use", "foreignObject", "a"].contains($0.name) }, "\(name)")
      let attributes = reader.elements.flatMap(\.attributes)
      #expect(!attributes.contains { $0.key.contains("href") || $0.key.hasPrefix("on") }, "\(name)")
      for text in attributes.map(\.value) + [reader.style] {
        #expect(!text.contains("var(") && !text.contains("url(") && !text.contains("@import"), "\(name): \(text)")
      }
      #expect(reader.titleCount <= 51, "\(name): the picture's title and fifty tooltips")
      #expect(reader.elements.filter { $0.attributes["id"] != nil }.count == 3, "\(name)")
    }
  }

  @Test("every rule of the style sheet is bound to the picture's id")
  func scoped() {
    for (name, chart) in Goldens.charts {
      var chart = chart
      chart.idPrefix = "second"
      let style = Reader(of: Data(chart.draw())).style
      for line in style.split(separator: "\n") where !line.hasPrefix("@media") && line != "}" {
        #expect(line.hasPrefix("#second"), "\(name): \(line)")
      }
    }
  }

  @Test("every coordinate is inside the picture")
  func inside() throws {
    for (name, bytes) in Self.files {
      let reader = Reader(of: bytes)
      let box = try #require(reader.elements.first?.attributes["viewBox"]).split(separator: " ").compactMap {
        Double($0)
      }
      for element in reader.elements.dropFirst() {
        let x = ["x", "x1", "x2", "cx"].compactMap { element.attributes[$0].flatMap(Double.init) }
        let y = ["y", "y1", "y2", "cy"].compactMap { element.attributes[$0].flatMap(Double.init) }
        let points = PathReader.points(element.attributes["d"] ?? "").flatMap { $0 }
        #expect((x + points.map(\.x)).allSatisfy { (0...box[2]).contains($0) }, "\(name): \(element)")
        #expect((y + points.map(\.y)).allSatisfy { (0...box[3]).contains($0) }, "\(name): \(element)")
      }
    }
  }

  @Test("one element a line")
  func lines() {
    for (name, bytes) in Self.files {
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.contains("<title") {
        #expect(line.split(separator: "<").filter { !$0.hasPrefix("/") && $0 != " " }.count <= 2, "\(name): \(line)")
      }
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    private(set) var elements: [(name: String, attributes: [String: String])] = []
    private(set) var style = ""
    private var path: [String] = []

    init(of bytes: Data) {
      super.init()
      let parser = XMLParser(data: bytes)
      parser.delegate = self
      _ = parser.parse()
    }

    var titleCount: Int { elements.count { $0.name == "title" } }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      elements.append((name, attributes))
      path.append(name)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      path.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if path.last == "style" { style += text }
    }
  }
}
