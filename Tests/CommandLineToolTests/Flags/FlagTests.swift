import Testing

@testable import CommandLineTool

struct FlagTests {
  @Test("Every option that the program asks for is declared", arguments: Flag.Name.allCases)
  func declared(_ name: Flag.Name) {
    #expect(Flag.all.contains { $0.option == name })
  }

  @Test func `Only options of the run have a path in a schedule file`() {
    for flag in Flag.all where flag.path != nil { #expect(flag.scope == .run, "--\(flag.name)") }
  }
}
