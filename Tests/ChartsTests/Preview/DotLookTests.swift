import Testing

@testable import Charts

@Suite("Preview: looks of curves")
struct DotLookTests {
  private func looks(_ count: Int, areSame: Bool = false, on terminal: Terminal) -> [DotLook] {
    let panel = Panel(series: (0..<count).map { Series(values: [areSame ? 1 : Double($0)]) })
    let coincidence = Coincidence(in: panel.series)
    return (0..<count).map { DotLook(of: panel, at: $0, besides: coincidence, on: terminal) }
  }

  @Test("colours come first, then dashes; without colours dashes alone; in ASCII marks")
  func order() {
    let coloured = looks(5, on: Terminal(columns: 80, isColored: true))
    #expect(coloured[0..<4].allSatisfy { $0.dashes.isEmpty } && !coloured[4].dashes.isEmpty)
    let plain = looks(4, on: Terminal(columns: 80))
    #expect(Set(plain.map(\.dashes)).count == 4)
    let ascii = looks(4, on: Terminal(columns: 80, isUnicode: false))
    #expect(Set(ascii.map(\.mark)).count == 4 && ascii.allSatisfy { $0.dashes.isEmpty })
  }

  @Test("a curve that lies on others lets them be seen")
  func hidden() {
    for isUnicode in [true, false] {
      let looks = looks(2, areSame: true, on: Terminal(columns: 80, isUnicode: isUnicode))
      #expect(looks[0].dashes.isEmpty && looks[1].dashes == (isUnicode ? [4, 4] : [2, 2]))
    }
  }

  @Test("a swatch shows the dashes", arguments: [(0, "⠤⠤⠤"), (1, "⠤⠤⠤"), (2, "⠤ ⠤")])
  func swatch(index: Int, text: String) {
    #expect(looks(3, on: .file)[index].swatch(on: .file) == text)
    let ascii = Terminal(columns: 80, isUnicode: false)
    #expect(looks(3, on: ascii)[index].swatch(on: ascii) == ["*", "o", "x"][index])
  }
}
