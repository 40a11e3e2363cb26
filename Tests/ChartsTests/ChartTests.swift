import Foundation
import Testing
import Text

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartTests {
  static let sizes = [(720, 400), (320, 200), (480, 270), (1600, 900), (240, 160)]

  private func each(_ body: (String, Chart) -> Void) {
    for (name, chart) in Pictures.all {
      for (width, height) in Self.sizes {
        var chart = chart
        (chart.width, chart.height) = (width, height)
        body("\(name) at \(width) × \(height)", chart)
      }
    }
  }

  @Test
  func `text stays inside the picture and off other text`() {
    each { name, chart in
      let boxes = TextBox.all(in: chart.element)
      for (index, box) in boxes.enumerated() {
        #expect(
          box.left >= 0 && box.right <= Double(chart.width) && box.top >= 0 && box.bottom <= Double(chart.height),
          "\(name): “\(box.text)” leaves the picture, \(box)")
        for other in boxes[(index + 1)...] {
          #expect(!box.overlaps(other), "\(name): “\(box.text)” \(box) on “\(other.text)” \(other)")
        }
      }
    }
  }

  @Test
  func `each series is exactly one path, and nothing else is`() {
    each { name, chart in
      let paths = chart.element.all("path")
      #expect(paths.count == chart.panels.reduce(0) { $0 + $1.series.count }, "\(name)")
      #expect(paths.allSatisfy { $0.attributes["class"]?.hasPrefix("series ") == true }, "\(name)")
    }
  }

  @Test
  func `the bytes are well-formed, and the same each time`() {
    for (name, chart) in Pictures.all {
      let bytes = chart.draw()
      #expect(XMLParser(data: Data(bytes)).parse(), "\(name)")
      #expect(bytes == chart.draw(), "\(name)")
      #expect(!bytes.text.contains("\"-0\""), "\(name)")
    }
  }

  @Test
  func `every place is a number, for the writer would make one of what is none`() {
    each { name, chart in
      let layout = Layout(of: chart)
      let axis = layout.stepAxis
      let boundaries = layout.boundaries
      let texts =
        layout.titleLines + layout.panels.compactMap(\.title) + layout.panels.flatMap { $0.notes.map(\.text) }
        + axis.labels + [axis.title].compactMap { $0 } + axis.rowTitles + boundaries.labels
      var places = texts.flatMap { [$0.x, $0.baseline] } + layout.key.entries.flatMap { [$0.x, $0.y] }
      places += [layout.key.height, layout.key.margin] + axis.ticks + axis.longTicks + boundaries.markers
      places += boundaries.lines + boundaries.eventLines + boundaries.eventMarks
      for panel in layout.panels {
        places += [panel.plot.left, panel.plot.right, panel.plot.top, panel.plot.bottom]
        places += panel.labels.map(\.y) + panel.names.flatMap { [$0.text.x, $0.text.baseline] }
        places += panel.notes.compactMap(\.dot).flatMap { [$0.x, $0.y] } + [panel.baseline].compactMap { $0 }
      }
      #expect(places.allSatisfy { $0.isFinite }, "\(name): \(places)")
    }
  }

  @Test
  func `tooltips are few`() {
    for (name, chart) in Pictures.all {
      #expect(chart.element.all("title").count <= 51, "\(name)")
    }
    let tips = Pictures.cosine50.element.all("rect").compactMap(\.tooltip)
    #expect(tips.first == "epoch 0: 0.1")
    #expect(tips.contains("epoch 24: 0.05314"))
    #expect(tips.last?.hasPrefix("epoch 49: ") == true)
  }

  @Test
  func `curves stay inside their panels`() {
    for (name, chart) in Pictures.all {
      let layout = Layout(of: chart)
      for panel in layout.panels {
        for traced in panel.traces {
          for point in PathReader.points(traced.trace.path.text).flatMap({ $0 }) {
            #expect(point.x >= panel.plot.left - 0.1 && point.x <= panel.plot.right + 0.1, "\(name)")
            #expect(point.y >= panel.plot.top - 0.1 && point.y <= panel.plot.bottom + 0.1, "\(name)")
          }
        }
      }
    }
  }

  @Test
  func `a picture of fifty points is at most 8 KB with its notes, one of a million at most 40 KB`() throws {
    #expect(Pictures.cosine50.draw().count <= 6144)
    var noted = Pictures.cosine50
    noted.panels[0].notes = [Note(row: 0, value: 0.1, label: "0.1"), Note(row: 49, value: 0.0001, label: "9.9e-5")]
    noted.events = [Event(at: 25, label: "half")]
    noted.twinAxis = TwinAxis(title: "step", rowsPerUnit: 0.1)
    #expect(noted.draw().count <= 8192)
    let million = try #require(Pictures.basic.first { $0.name == "million" })
    #expect(million.chart.draw().count <= 40_000)
  }

  @Test
  func `it is named and described for people who cannot see it`() {
    let root = Pictures.cosine50.element
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "lrplot-title lrplot-desc")
    #expect(root.attributes["viewBox"] == "0 0 720 400")
    // CairoSVG would take it for the attribute of that name.
    #expect(root.attributes["style"] == "max-width:100%;height:auto")
    #expect(root.all("desc").count == 1 && root.all("desc").first?.children.isEmpty == true)
  }

  @Test
  func `values that a logarithm does not have are left out, and that is said`() {
    let panel = Panel(title: "learning rate", series: [Series(values: [0, 0.1, 0.01, 0])], isLogarithmic: true)
    let chart = Chart(description: "A curve.", panels: [panel], rowCount: 4)
    #expect(chart.draw().text.contains("A curve. Values of zero or less are left out"))
  }

  @Test
  func `rates start at zero, panels that fit their data do not`() {
    func low(_ fitsData: Bool) -> Double {
      ValueRange(of: Panel(series: [Series(values: [0.85, 0.95])], fitsData: fitsData), height: 300).ticks.low
    }
    #expect(low(false) == 0)
    #expect(low(true) >= 0.8)
  }

  @Test
  func `epochs are labelled where their rows stand`() throws {
    var chart = Pictures.cosine50
    chart.rowsPerUnit = 10
    let axis = Layout(of: chart).stepAxis
    #expect(axis.labels.map(\.text) == ["0", "1", "2", "3", "4", "5"])
    #expect(axis.labels.last?.x == axis.scale.position(of: 50))
  }

  @Test
  func `no size, count or scale is too odd`() {
    for size in [Int.min, -1, 0, 1, 50, 100_000, .max] {
      for rows in [Int.min, 0, 1, .max] {
        for unit in [Double.nan, 0, -1, 1e-300, 1e300, .infinity] {
          var chart = Pictures.cosine50
          (chart.width, chart.height, chart.rowCount, chart.rowsPerUnit) = (size, size, rows, unit)
          chart.boundaries = [Boundary(at: .nan, label: "a"), Boundary(at: .infinity), Boundary(at: 1, label: "b")]
          #expect(!chart.draw().isEmpty)
          chart.panels = []
          #expect(!chart.draw().isEmpty)
        }
      }
    }
  }
}
