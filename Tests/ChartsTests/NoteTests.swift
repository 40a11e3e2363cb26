import TestSupport
import Testing
import Text

@testable import Charts

@Suite struct NoteTests {
  private func layout(_ notes: [Note], _ series: [Series], isLogarithmic: Bool = false) -> PanelLayout? {
    let panel = Panel(title: "learning rate", series: series, isLogarithmic: isLogarithmic, notes: notes)
    return Layout(of: Chart(title: "t", panels: [panel], rowCount: 50, xTitle: "epoch")).panels.first
  }

  @Test
  func `first and last value of the usual curves find a place`() {
    let curves = [
      Pictures.cosine(50), Pictures.rows(50) { 0.1 - 0.002 * $0 }, Pictures.rows(50) { $0 < 25 ? 0.1 : 0.01 },
      Pictures.rows(50) { _ in 0.1 }, Pictures.rows(50) { 0.002 * $0 },
    ]
    for values in curves {
      for style in [Series.Style.line, .step] {
        let notes = [0, 49].map { Note(row: $0, value: values[$0], label: Significant.text(values[$0])) }
        #expect(layout(notes, [Series(values: values, style: style)])?.notes.count == 2, "\(values.prefix(3))")
      }
    }
  }

  @Test
  func `none covers a curve, whatever the curves are`() throws {
    var random = Random(seed: 13)
    for _ in 0..<200 {
      let curves = (0..<3).map { _ in
        let (peak, floor) = (random.number(in: 0...1), random.number(in: 0...0.2))
        return Series(values: Pictures.cosine(50, peak: peak, floor: floor))
      }
      let notes = (0..<3).flatMap { series in
        [0, 20, 49].map { Note(row: $0, value: curves[series].values[$0], label: "0.1234", series: series) }
      }
      let panel = try #require(layout(notes, curves))
      for note in panel.notes {
        let box = note.text.box(size: 11)
        for traced in panel.traces {
          let points = PathReader.points(traced.trace.path.text).flatMap { $0 }
          #expect(!points.contains { $0.x > box.left && $0.x < box.right && $0.y > box.top && $0.y < box.bottom })
        }
      }
    }
  }

  @Test
  func `one that is on no curve, in no row or no number is left out`() {
    let series = [Series(values: Pictures.cosine(50))]
    let odd = [
      Note(row: -1, value: 0, label: "a"), Note(row: .max, value: 0, label: "a"), Note(row: 0, value: .nan, label: "a"),
      Note(row: 0, value: 0, label: "a", series: 1), Note(row: 0, value: 0, label: "a", series: -1),
      Note(row: 0, value: 0, label: " \n"), Note(row: 0, value: 0, label: String(repeating: "long ", count: 100)),
      Note(row: .min, value: 0, label: "a", series: .min),
    ]
    #expect(layout(odd, series)?.notes == [])
    #expect(layout([Note(row: 3, value: -1, label: "a")], series, isLogarithmic: true)?.notes == [])
  }
}
