import Schedules
import Testing

@testable import CommandLineTool

@Suite struct ManualPageTests {
  @Test func `names every command, kind and flag`() {
    for command in Command.all { #expect(ManualPage.text.contains(".It Cm \(command.name)")) }
    for flag in Flag.all { #expect(ManualPage.text.contains("Fl \\-\(flag.name)")) }
    #expect(
      ManualPage.text.split(separator: "\n").count { $0.hasPrefix(".It Cm") } == Command.all.count
        + Catalogue.kinds.count + LintRule.allCases.count)
  }

  @Test func `is plain ASCII`() { #expect(ManualPage.text.utf8.allSatisfy { $0 < 0x80 }) }

  @Test(.enabled(if: Program("mandoc") != nil))
  func `gives a linter nothing to say`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(ManualPage.text, to: "lrplot.1")
    let ended = try #require(Program("mandoc")).run(["-T", "lint", sandbox.path("lrplot.1")])
    #expect(ended.output == "")
    #expect(ended.status == 0)
  }
}
