import Testing
import Text

@testable import Charts

@Suite struct PreviewTests {
  static let terminals = [
    Terminal(columns: 16, lines: 5), Terminal(columns: 20, isUnicode: false), Terminal(columns: 33, lines: 24),
    Terminal(columns: 80, lines: 24), Terminal(columns: 80, isUnicode: false), Terminal(columns: 200),
  ]

  private static let previews = Pictures.all.filter { $0.name != "million" }.flatMap { picture in
    terminals.map { (name: "\(picture.name) on \($0)", terminal: $0, lines: lines(picture.chart, on: $0)) }
  }

  /// The lines of a text, which must end with a line end.
  static func lines(_ chart: Chart, on terminal: Terminal) -> [String] {
    let text = chart.preview(on: terminal).text
    #expect(text.hasSuffix("\n"))
    return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func each(_ body: (String, Terminal, [String]) -> Void) {
    for preview in Self.previews { body(preview.name, preview.terminal, preview.lines) }
  }

  @Test
  func `no line is wider than the terminal or ends with a blank, and the text is as long as the terminal has room`() {
    each { name, terminal, lines in
      for line in lines {
        #expect(CellWidth.of(line) <= terminal.columns, "\(name): \(line)")
        #expect(line.last != " ", "\(name): \(line)")
      }
      if terminal.lines == 24 { #expect(lines.count <= 24, "\(name): \(lines.count)") }
      #expect(lines.count <= 60, "\(name): \(lines.count)")
    }
  }

  @Test
  func `nothing but printable signs is sent, and only ASCII where there is nothing else`() {
    each { name, terminal, lines in
      let scalars = lines.joined().unicodeScalars
      let isShown = scalars.allSatisfy { $0.value >= 0x20 && $0.visible == $0 }
      #expect(isShown, "\(name)")
      let isASCII = scalars.allSatisfy(\.isASCII)
      #expect(isASCII || terminal.isUnicode, "\(name)")
    }
  }

  @Test
  func `colours are the only difference that they make, where dashes have nothing to tell`() {
    let plain = Pictures.cosine50.preview(on: Terminal(columns: 80)).text
    let coloured = Pictures.cosine50.preview(on: Terminal(columns: 80, isColored: true)).text
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1mCosineAnnealingLR\u{1B}[0m\n"))
    #expect(coloured.contains("\u{1B}[38;5;32m"))
    let bare = coloured.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated().map { index, piece in
      index == 0 ? piece : piece.drop { $0 != "m" }.dropFirst()
    }
    #expect(bare.joined() == plain)
  }

  @Test
  func `the step axis has 0 and the end, integers only`() {
    each { name, terminal, lines in
      let axis = lines.lastIndex { $0.contains(terminal.isUnicode ? "└" : "++") } ?? -2
      guard lines.indices.contains(axis + 1) else { return }
      let texts = lines[axis + 1].split(separator: " ").filter { $0.first?.isNumber == true }
      let numbers = texts.compactMap { text in
        let factor = text.last.flatMap { ["k": 1e3, "M": 1e6][$0] }
        return Double(factor == nil ? text : text.dropLast()).map { $0 * (factor ?? 1) }
      }
      #expect(numbers.first == 0, "\(name): \(lines)")
      #expect(numbers == numbers.sorted(), "\(name)")
    }
    let numbers = Self.lines(Pictures.cosine50, on: Terminal(columns: 20)).last?.split(separator: " ")
    #expect(numbers?.last == "50")
  }

  @Test(arguments: [12, 20, 33, 80, 111])
  func `every label of the value axis stands in the line of its value`(columns: Int) throws {
    for value in [3e-5, 0.1, 0.25, 7, 123_456] {
      for fraction in [0, 0.25, 0.5, 1] {
        let rate = value * fraction
        let chart = Chart(panels: [Panel(series: [Series(values: [value, rate, rate])])], rowCount: 3)
        let terminal = Terminal(columns: columns)
        let layout = PreviewLayout(of: chart, on: terminal)
        let panel = try #require(layout.panels.first)
        for (line, text) in panel.labels(.braille) {
          let read = try #require(Double(text))
          #expect(PreviewPanel.line(of: panel.scale(.braille).position(of: read), .braille) == line)
          guard read == rate else { continue }
          let drawn = Self.lines(chart, on: terminal)[panel.top + line]
          let hasDots = drawn.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) }
          #expect(hasDots, "\(drawn)")
        }
      }
    }
  }

  @Test
  func `one spike among a million rows is seen`() {
    var values = Array(repeating: 0.1, count: 1_000_000)
    values[777_777] = 1
    let chart = Chart(panels: [Panel(series: [Series(values: values)])], rowCount: values.count)
    for isUnicode in [true, false] {
      let lines = Self.lines(chart, on: Terminal(columns: 40, isUnicode: isUnicode))
      let top = lines.first { $0.contains("1.0 ") } ?? ""
      #expect(top.count > 24 && top.count < 40, "\(lines)")
    }
  }

  @Test
  func `a gap is a gap, and a step holds until its end`() {
    let chart = Chart(
      panels: [Panel(series: [Series(values: [1, .nan, 1, 1], style: .step)])], rowCount: 4)
    let top = Self.lines(chart, on: Terminal(columns: 47, isUnicode: false)).first { $0.contains("*") } ?? ""
    let plot = top.drop { $0 != "+" }.dropFirst()
    #expect(plot.first == "*")
    #expect(plot.last == "*")
    #expect(plot.contains("* "))
    #expect(plot.split(separator: " ").count == 2, "\(plot)")
  }

  @Test
  func `what hides under the logarithm is reported`() {
    let chart = Chart(panels: [Pictures.rate([Series(values: [0, 0.1])], isLogarithmic: true)], rowCount: 2)
    #expect(Self.lines(chart, on: Terminal(columns: 80)).last == ValueRange.remark)
  }

  @Test
  func `no size, count or scale is too odd`() {
    for columns in [Int.min, -1, 0, 1, 100_000, .max] {
      for rows in [Int.min, 0, 1, .max] {
        for unit in [Double.nan, 0, -1, 1e-300, 1e300, .infinity] {
          var chart = Pictures.cosine50
          (chart.rowCount, chart.rowsPerUnit) = (rows, unit)
          chart.boundaries = [Boundary(at: .nan, label: "a"), Boundary(at: .infinity), Boundary(at: 1, label: "b")]
          let terminal = Terminal(columns: columns, lines: columns)
          #expect(!chart.preview(on: terminal).isEmpty)
          chart.panels = []
          #expect(!chart.preview(on: terminal).isEmpty)
        }
      }
    }
  }
}
