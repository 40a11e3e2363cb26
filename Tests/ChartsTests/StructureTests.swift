import Testing
import Text

@testable import Charts

/// What holds for the files that are kept, read by an XML parser that knows nothing of how they were written.
@Suite struct StructureTests {
  private static var pictures: [(name: String, root: Element)] {
    Goldens.charts.map { ($0.name, $0.chart.element) }
  }

  @Test
  func `well-formed, and without anything that runs, refers or depends`() {
    for (name, root) in Self.pictures {
      let elements = root.everything
      #expect(elements.count > 10, "\(name)")
      #expect(!elements.contains { ["script", "image", "use", "foreignObject", "a"].contains($0.name) }, "\(name)")
      let attributes = elements.flatMap(\.attributes)
      #expect(!attributes.contains { $0.key.contains("href") || $0.key.hasPrefix("on") }, "\(name)")
      for text in attributes.map(\.value) + root.all("style").map(\.text) {
        #expect(!text.contains("var(") && !text.contains("url(") && !text.contains("@import"), "\(name): \(text)")
      }
      #expect(root.all("title").count <= 51, "\(name): the picture's title and fifty tooltips")
      #expect(elements.filter { $0.attributes["id"] != nil }.count == 3, "\(name)")
    }
  }

  @Test
  func `every rule of the style sheet is bound to the picture's id`() throws {
    for (name, chart) in Goldens.charts {
      var chart = chart
      chart.idPrefix = "second"
      let style = try #require(chart.element.all("style").first).text
      for line in style.split(separator: "\n") where !line.hasPrefix("@media") && line != "}" {
        #expect(line.hasPrefix("#second"), "\(name): \(line)")
      }
    }
  }

  @Test
  func `every coordinate is inside the picture`() throws {
    for (name, root) in Self.pictures {
      let box = try #require(root.attributes["viewBox"]).split(separator: " ").compactMap { Double($0) }
      for element in root.everything.dropFirst() {
        let x = ["x", "x1", "x2", "cx"].compactMap(element.number)
        let y = ["y", "y1", "y2", "cy"].compactMap(element.number)
        let points = PathReader.points(element.attributes["d"] ?? "").flatMap { $0 }
        #expect((x + points.map(\.x)).allSatisfy { (0...box[2]).contains($0) }, "\(name): \(element)")
        #expect((y + points.map(\.y)).allSatisfy { (0...box[3]).contains($0) }, "\(name): \(element)")
      }
    }
  }

  @Test
  func `one element a line`() {
    for (name, chart) in Goldens.charts {
      for line in chart.draw().text.split(separator: "\n") where !line.contains("<title") {
        #expect(line.split(separator: "<").filter { !$0.hasPrefix("/") && $0 != " " }.count <= 2, "\(name): \(line)")
      }
    }
  }
}
