import Testing

@testable import Charts

@Suite("Names of curves that end early")
struct EarlyNamesTests {
  private func layout(_ lengths: [Int]) -> Layout {
    let series = lengths.map { Series(name: "run \($0)", values: Pictures.cosine($0)) }
    return Layout(of: Chart(panels: [Pictures.rate(series)], rowCount: lengths.max() ?? 0))
  }

  @Test("they stand at their curves' ends, and the others right of the plot")
  func ends() {
    let layout = layout([30, 100, 60])
    let panel = layout.panels[0]
    #expect(panel.names.map(\.text) == ["run 100"])
    #expect(panel.notes.map(\.text.text) == ["run 30", "run 60"])
    for (note, row) in zip(panel.notes, [29.0, 59]) {
      #expect(abs(note.dot.x - layout.stepAxis.scale.position(of: row)) < 0.01)
      #expect(abs(note.text.x - note.dot.x) < 60 && note.text.box(size: 11).isInside(panel.plot))
    }
  }

  @Test("every curve has its name once, also where many end in one place")
  func crowd() {
    for count in [2, 5, 14] {
      let panel = layout(Array(repeating: 20, count: count) + [100]).panels[0]
      #expect(panel.names.count + panel.notes.count == count + 1)
      #expect(Set(panel.names.map(\.series) + panel.notes.map(\.series)).count == count + 1)
    }
  }

  @Test("a text shows them there too")
  func text() {
    let series = [
      Series(name: "short", values: Pictures.cosine(30)), Series(name: "long", values: Pictures.cosine(90)),
    ]
    let text = String(decoding: Chart(panels: [Pictures.rate(series)], rowCount: 90).preview(on: .file), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains("short") }
    #expect(lines.count == 1 && lines.allSatisfy { ($0.firstIndex(of: "s")?.utf16Offset(in: $0) ?? 80) < 45 })
  }

  @Test("events that are many and close are short marks")
  func marks() {
    var chart = Pictures.cosine50
    chart.rowCount = 300
    chart.events = (1...23).map { Event(at: Double($0) * 3) }
    #expect(Layout(of: chart).boundaries.eventMarks.count == 23 && Layout(of: chart).boundaries.eventLines.isEmpty)
    chart.events = (1...23).map { Event(at: Double($0) * 12) }
    #expect(Layout(of: chart).boundaries.eventMarks.isEmpty && Layout(of: chart).boundaries.eventLines.count == 23)
  }
}
