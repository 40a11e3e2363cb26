import Testing

@testable import Charts

@Suite("LabelRow")
struct LabelRowTests {
  private let row = LabelRow(right: 700, baseline: 50, ruler: .font(size: 10))

  private func labels(_ count: Int, distance: Double, text: String = "cycle") -> [LabelRow.Label] {
    (0..<count).map { LabelRow.Label(text: text, place: Double($0) * distance + 40) }
  }

  @Test("a regular row keeps all its labels, every second, or none")
  func regular() {
    #expect(row.labels(labels(10, distance: 60)).count == 10)
    #expect(row.labels(labels(20, distance: 30)).count == 10)
    #expect(row.labels(labels(40, distance: 15)).isEmpty)
  }

  @Test("labels of events go where those of phases leave room, and whole")
  func besides() {
    let phases = row.labels([LabelRow.Label(text: "a long name of a phase", place: 40)])
    let events = row.labels(
      [LabelRow.Label(text: "reduced", place: 60), LabelRow.Label(text: "reduced", place: 300)], besides: phases)
    #expect(events.map(\.x) == [304])
  }

  @Test("none overlaps another, however they are placed")
  func laws() {
    var random = Random(seed: 14)
    for _ in 0..<2000 {
      func some() -> [LabelRow.Label] {
        (0..<Int(random.next() % 12)).map { _ in random.number(in: 40...700) }.sorted().map {
          LabelRow.Label(text: String(repeating: "x", count: Int($0) % 14 + 1), place: $0)
        }
      }
      let phases = row.labels(some())
      let all = phases + row.labels(some(), besides: phases)
      for (index, one) in all.enumerated() {
        #expect(one.box(size: 10).right <= 700.001)
        #expect(!all[(index + 1)...].contains { $0.box(size: 10).overlaps(one.box(size: 10)) })
      }
    }
  }
}
