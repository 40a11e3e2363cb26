import Testing

@testable import Charts

@Suite struct DotLookTests {
  private func looks(_ count: Int, areSame: Bool = false, on terminal: Terminal) -> [DotLook] {
    let panel = Panel(series: (0..<count).map { Series(values: [areSame ? 1 : Double($0)]) })
    let coincidence = Coincidence(in: panel.series)
    return (0..<count).map { DotLook(of: panel, at: $0, besides: coincidence, on: terminal) }
  }

  @Test
  func `a letter for each curve, in ASCII a mark, and no dashes`() {
    let looks = looks(60, on: Terminal(columns: 80))
    #expect(looks.prefix(3).map(\.letter) == ["A", "B", "C"] && looks[26].letter == "a")
    #expect(Set(looks.prefix(52).map(\.letter)).count == 52 && Set(looks.prefix(48).map(\.mark)).count == 48)
    #expect(looks.allSatisfy { $0.dashes.isEmpty })
  }

  @Test
  func `a curve that lies on others lets them be seen`() {
    for isUnicode in [true, false] {
      let looks = looks(2, areSame: true, on: Terminal(columns: 80, isUnicode: isUnicode))
      #expect(looks[0].dashes.isEmpty && looks[1].dashes == (isUnicode ? [4, 4] : [2, 2]))
    }
  }

  @Test
  func `what stands beside a name is what stands on the curve`() {
    #expect(looks(3, on: .file)[1].sign(on: .file) == "B")
    let ascii = Terminal(columns: 80, isUnicode: false)
    #expect((0..<3).map { looks(3, on: ascii)[$0].sign(on: ascii) } == ["*", "o", "x"])
  }
}
