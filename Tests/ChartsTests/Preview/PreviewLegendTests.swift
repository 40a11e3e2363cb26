import Testing
import Text

@testable import Charts

@Suite struct PreviewLegendTests {
  private func legend(_ names: [String?], height: Int = 10, width: Int = 80) -> PreviewLegend {
    // Each curve is lower than the one before it.
    let panel = Panel(series: names.enumerated().map { Series(name: $1, values: [100 - Double($0)]) })
    return PreviewLegend(of: [panel], height: height, width: width, Terminal(columns: width))
  }

  @Test
  func `names stand beside the plot where they fit, in the order of the curves`() {
    let legend = legend(["backbone", nil, "head"])
    #expect(legend.beside.map(\.text) == ["backbone", "head"])
    #expect(legend.beside.map(\.look.letter) == ["A", "C"])
    #expect(legend.margin == 11 && legend.height == 0)
    #expect(self.legend([nil]).margin == 0)
    let rising = Panel(series: [Series(name: "low", values: [1]), Series(name: "high", values: [2])])
    let names = PreviewLegend(of: [rising], height: 9, width: 80, .file).beside.map(\.text)
    #expect(names == ["high", "low"])
  }

  @Test
  func `they stand above where they are too many, or would become the same`() {
    let many = legend((0..<12).map { "run \($0)" })
    #expect(many.margin == 0 && many.beside.isEmpty)
    #expect(many.lines.map { $0.map(\.text) }.joined().count == 12 && many.left == 0)
    #expect(legend(["x1234567890a1234567890", "x1234567890b1234567890"], width: 40).height > 0)
  }

  @Test
  func `the rest is counted`() {
    let legend = legend((0..<100).map { "run number \($0)" }, width: 40)
    #expect(legend.left > 0 && legend.height == legend.lines.count + 1)
    #expect(legend.lines.joined().count + legend.left == 100)
    for line in legend.lines {
      let end = line.last.map { $0.column + 2 + CellWidth.of($0.text) } ?? 0
      #expect(end <= 40)
    }
  }

  @Test
  func `a name in several panels is shown once`() {
    let series = (0..<20).map { Series(name: "run \($0)", values: [1]) }
    let panels = [Panel(series: series), Panel(series: series)]
    let legend = PreviewLegend(of: panels, height: 10, width: 200, Terminal(columns: 200))
    #expect(legend.lines.joined().count == 20)
  }

  @Test
  func `every curve has its letter on it`() {
    let series = [0.1, 0.06, 0.02].map { Series(name: "run \($0)", values: Pictures.cosine(60, peak: $0)) }
    let text = Chart(panels: [Pictures.rate(series)], rowCount: 60).preview(on: .file).text
    for letter in ["A", "B", "C"] { #expect(text.split(separator: Character(letter)).count >= 3, "\(letter)") }
  }

  @Test
  func `what bounces too fast for the dots is an area`() {
    let values = Pictures.rows(1000) { Double(Int($0) % 14 < 7 ? Int($0) % 7 : 7 - Int($0) % 7) }
    #expect(Bounce.period(of: values[...], columns: 140).map { (12...16).contains($0) } == true)
    #expect(Bounce.period(of: Pictures.cosine(1000)[...], columns: 140) == nil)
    let text = Chart(panels: [Panel(series: [Series(values: values)])], rowCount: 1000).preview(on: .file).text
    #expect(text.contains("cycles"))
    #expect(!text.contains("⠤"))
  }
}
