import TestSupport
import Testing

@testable import Charts

@Suite struct LabelRowTests {
  private let row = LabelRow(right: 700, baseline: 50, ruler: .font(size: 10))

  private func labels(_ count: Int, distance: Double, text: String = "cycle") -> [LabelRow.Label] {
    (0..<count).map { LabelRow.Label(text: text, place: Double($0) * distance + 40) }
  }

  @Test
  func `a regular row keeps all its labels, every second, or none`() {
    #expect(row.labels(labels(10, distance: 60)).count == 10)
    #expect(row.labels(labels(20, distance: 32)).count == 10)
    #expect(row.labels(labels(40, distance: 15)).isEmpty)
  }

  @Test
  func `a label stands between its own line and the next, or not at all`() {
    func texts(_ places: [(String, Double)]) -> [String] {
      row.labels(places.map { LabelRow.Label(text: $0, place: $1) }).map { "\($0.text) \($0.x)" }
    }
    #expect(texts([("warm-up", 40), ("decay", 41)]) == ["decay 45.0"])
    #expect(
      texts([("warm-up", 40), ("cosine", 43), ("linear", 52), ("cosine", 55), ("constant", 65)]) == ["constant 69.0"])
    #expect(texts([("warm-up", 40), ("a long name", 100), ("end", 160)]).count == 3)
  }

  @Test
  func `the first phase's label may hang over the value axis; an event's stays behind its line`() throws {
    let wanted = [LabelRow.Label(text: "warm-up", place: 40), LabelRow.Label(text: "decay", place: 60)]
    let placed = row.labels(wanted)
    try #require(placed.map(\.text) == ["warm-up", "decay"])
    #expect(placed[0].x < 40 && placed[0].box(size: 10).right < 60)
    #expect(row.labels(wanted, besides: []).allSatisfy { $0.x >= 44 })
  }

  @Test
  func `labels of events go where those of phases leave room, and whole`() {
    let phases = row.labels([LabelRow.Label(text: "a long name of a phase", place: 40)])
    let events = row.labels(
      [LabelRow.Label(text: "reduced", place: 60), LabelRow.Label(text: "reduced", place: 300)], besides: phases)
    #expect(events.map(\.x) == [304])
  }

  @Test
  func `none overlaps another, however they are placed`() {
    var random = Random(seed: 14)
    for _ in 0..<2000 {
      func some() -> [LabelRow.Label] {
        (0..<Int(random.next() % 12)).map { _ in random.number(in: 40...700) }.sorted().map {
          LabelRow.Label(text: String(repeating: "x", count: Int($0) % 14 + 1), place: $0)
        }
      }
      let wanted = some()
      let phases = row.labels(wanted)
      for label in phases {
        let next = wanted.first { $0.place > label.x }?.place ?? 700.001
        let isHung = label.x < wanted[0].place + 4 - 1e-9
        #expect(
          isHung
            ? label == phases.first && label.x >= wanted[0].place - 36
            : wanted.contains { abs($0.place + 4 - label.x) < 1e-9 })
        #expect(label.box(size: 10).right < (isHung ? wanted.dropFirst().first?.place ?? next : next))
      }
      let all = phases + row.labels(some(), besides: phases)
      for (index, one) in all.enumerated() {
        #expect(one.box(size: 10).right <= 700.001)
        #expect(!all[(index + 1)...].contains { $0.box(size: 10).overlaps(one.box(size: 10)) })
      }
    }
  }
}
