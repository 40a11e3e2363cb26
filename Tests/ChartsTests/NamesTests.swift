import Testing

@testable import Charts

@Suite struct NamesTests {
  private func layout(_ series: [Series], rowCount: Int = 100, keyTitle: String? = nil) -> Layout {
    Layout(of: Chart(panels: [Pictures.rate(series)], rowCount: rowCount, keyTitle: keyTitle))
  }

  @Test
  func `they stand at the right where curves end apart`() throws {
    let series = [0.1, 0.05, 0.02].enumerated().map { index, level in
      Series(name: "run \(index)", values: Pictures.rows(100) { level + 0.001 * $0 / 100 })
    }
    let layout = layout(series)
    let panel = try #require(layout.panels.first)
    #expect(layout.key.entries.isEmpty && panel.names.map(\.text.text) == ["run 0", "run 1", "run 2"])
    #expect(panel.names.allSatisfy { $0.text.x > panel.plot.right })
    for name in panel.names {
      #expect(abs((panel.traces[name.series].trace.end?.y ?? 0) - name.text.baseline) < 8)
    }
  }

  @Test
  func `they stand in the plot, each nearest to its own curve, where curves end in one place`() throws {
    let series = [0.1, 0.07, 0.04].map { Series(name: "peak \($0)", values: Pictures.cosine(100, peak: $0)) }
    let layout = layout(series)
    let panel = try #require(layout.panels.first)
    #expect(layout.key.entries.isEmpty && panel.names.count == 3)
    for name in panel.names {
      let box = name.text.box(size: layout.sizes.name)
      #expect(box.isInside(panel.plot))
      let distances = series.map { one -> Double in
        let silhouette = Silhouette(of: one, along: layout.stepAxis.scale, on: panel.scale)
        guard let span = silhouette.span(from: box.left, to: box.right) else { return .infinity }
        return max(span.top - box.bottom, box.top - span.bottom)
      }
      #expect(distances.indices.min { distances[$0] < distances[$1] } == name.series, "\(name.text.text)")
      #expect(!panel.labels.contains { $0.y > box.top && $0.y < box.bottom }, "on a line of the grid")
    }
  }

  @Test
  func `else they stand in a key in the order of the curves, without what all have in common`() throws {
    let series = (0..<10).map { index in
      Series(name: "gamma=0.\(index)", values: Pictures.rows(100) { 0.1 * (0.01 + Double(index) / 2000) / (1 + $0) })
    }
    let layout = layout(series, keyTitle: "gamma")
    #expect(layout.key.title?.text == "gamma")
    #expect(layout.key.entries.map(\.text) == (0..<10).reversed().map { "0.\($0)" })
    #expect(layout.key.entries.map(\.y) == layout.key.entries.map(\.y).sorted())
    #expect(layout.panels.allSatisfy { $0.names.isEmpty })
  }

  @Test
  func `a curve that ends early is named there`() throws {
    let layout = layout(
      [30, 100].map { length in
        Series(name: "run \(length)", values: Pictures.rows(length) { length == 30 ? 0.1 - 0.001 * $0 : 0.02 })
      })
    let panel = try #require(layout.panels.first)
    let short = try #require(panel.names.first { $0.series == 0 })
    #expect(abs(short.text.x - layout.stepAxis.scale.position(of: 30)) < 60)
  }

  @Test
  func `every curve has its name once, beside it or in the key`() {
    for count in [1, 2, 5, 14, 40] {
      let layout = layout(
        (0..<count).map { Series(name: "run \($0)", values: Pictures.cosine(20 + $0 % 3)) }
          + [Series(name: "long", values: Pictures.cosine(100))])
      let beside = layout.panels[0].names.count
      #expect(beside == count + 1 || (beside == 0 && !layout.key.entries.isEmpty))
    }
  }

  @Test
  func `of long names what is common goes first`() {
    let names = ["transformer.layers.0.weight", "transformer.layers.11.weight"]
    #expect(SeriesNames.withoutCommonParts(names) == ["…0…", "…11…"])
    #expect(SeriesNames.withoutCommonParts(["a", "b"]) == ["a", "b"])
    #expect(SeriesNames.withoutCommonParts(["same", "same"]) == ["same", "same"])
    #expect(SeriesNames.value("gamma=0.9", under: "gamma") == "0.9")
  }

  @Test
  func `events that are many and close are short marks, where there are panels below`() {
    var chart = Pictures.cosine50
    chart.rowCount = 300
    chart.events = (1...23).map { Event(at: Double($0) * 3) }
    #expect(Layout(of: chart).boundaries.eventMarks.isEmpty && Layout(of: chart).boundaries.eventLines.isEmpty)
    chart.panels.append(Panel(title: "loss", series: [Series(values: [1, 2])]))
    #expect(Layout(of: chart).boundaries.eventMarks.count == 23)
    chart.events = (1...11).map { Event(at: Double($0) * 12) }
    #expect(Layout(of: chart).boundaries.eventMarks.isEmpty && Layout(of: chart).boundaries.eventLines.count == 11)
  }
}
