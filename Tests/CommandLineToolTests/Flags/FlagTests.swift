import Testing

@testable import CommandLineTool

@Suite struct FlagTests {
  @Test(arguments: Flag.Name.allCases)
  func `every option that the program asks for is declared`(_ name: Flag.Name) {
    #expect(Flag.all.contains { $0.option == name })
  }

  @Test func `only options of the run have a path in a schedule file`() {
    for flag in Flag.all where flag.path != nil { #expect(flag.scope == .run, "--\(flag.name)") }
  }
}
