import Testing

@testable import Charts

@Suite("Preview: names")
struct PreviewLegendTests {
  private func legend(_ names: [String?], height: Int = 10, width: Int = 80) -> PreviewLegend {
    let panel = Panel(series: names.map { Series(name: $0, values: [1]) })
    return PreviewLegend(of: [panel], heights: [height], width: width, Terminal(columns: width))
  }

  @Test("names stand at the ends of curves where they fit")
  func ends() {
    let legend = legend(["backbone", nil, "head"])
    #expect(legend.names == [["backbone", nil, "head"]])
    #expect(legend.margin == 13)
    #expect(legend.height == 0)
    #expect(self.legend([nil]).margin == 0)
  }

  @Test("they stand above where they are too many, or would become the same")
  func above() {
    let many = legend((0..<12).map { "run \($0)" })
    #expect(many.margin == 0 && many.names == [Array(repeating: nil, count: 12)])
    #expect(many.lines.map { $0.map(\.text) }.joined().count == 12 && many.left == 0)
    #expect(legend(["a rather long name 1 of two", "a rather long name 2 of two"], width: 40).height > 0)
  }

  @Test("no more than a few lines, and the rest is counted")
  func rest() {
    let legend = legend((0..<100).map { "run number \($0)" }, width: 40)
    #expect(legend.lines.count == 4 && legend.height == 5)
    #expect(legend.lines.joined().count + legend.left == 100)
    for line in legend.lines {
      let end = line.last.map { $0.column + 4 + CellWidth.of($0.text) } ?? 0
      #expect(end <= 40)
    }
  }

  @Test("a name of several panels is told once")
  func once() {
    let series = (0..<20).map { Series(name: "run \($0)", values: [1]) }
    let panels = [Panel(series: series), Panel(series: series)]
    let legend = PreviewLegend(of: panels, heights: [10, 10], width: 200, Terminal(columns: 200))
    #expect(legend.lines.joined().count == 20)
  }
}
