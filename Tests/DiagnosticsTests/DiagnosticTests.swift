import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func `a place is given once`() {
    let homeless = Diagnostic(.value, "no")
    #expect(homeless.range == nil)
    #expect(homeless.located(at: SourceRange(1, 2)).range == SourceRange(1, 2))
    #expect(homeless.located(at: SourceRange(1, 2)).located(at: SourceRange(3, 4)).range == SourceRange(1, 2))
    #expect(homeless.located(at: nil).range == nil)
  }

  @Test func `a suggestion is a question`() {
    #expect(Diagnostic.suggestion("T_max") == "did you mean “T_max”?")
    #expect(Diagnostic.suggestion(nil) == nil)
  }

  @Test func `a list keeps the order`() {
    #expect(DiagnosticList().isEmpty)
    let list = DiagnosticList([Diagnostic(.kind, "a"), Diagnostic(.kind, "b")])
    #expect(list.all.map(\.message) == ["a", "b"])
  }
}
