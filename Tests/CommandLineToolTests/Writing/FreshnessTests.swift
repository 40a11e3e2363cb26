import Testing

@testable import CommandLineTool

/// `render --check`.
@Suite struct FreshnessTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    for path in ["s/a.json", "s/b.json", "s/d/c.json"] { try world.sandbox.write(Schedules.cosine, to: path) }
  }

  /// What is told, and that nothing was written.
  private func check(_ words: String...) throws -> TestWorld.Ended {
    let before = try world.identities()
    let ended = world.run(["render", "--check"] + words)
    #expect(try world.identities() == before)
    return ended
  }

  @Test func `what was just made is up to date`() throws {
    _ = world.run("render", "s", "-o", "out", "-f", "svg,csv,json,text")
    #expect(try check("s", "-o", "out", "-f", "svg,csv,json,text") == TestWorld.Ended(status: 0, output: "", error: ""))
    _ = world.run("render", "s/a.json", "-o", "a.svg", "--width", "500")
    #expect(try check("s/a.json", "-o", "a.svg", "--width", "500").status == 0)
    #expect(try check("s/a.json", "-o", "a.svg").status == 1)
  }

  @Test func `what is stale or missing is listed, with the command that mends it`() throws {
    _ = world.run("render", "s", "-o", "out", "-f", "svg,csv")
    try world.sandbox.write(Schedules.constant(), to: "s/d/c.json")
    try world.sandbox.remove("out/a.csv")
    let ended = try check("s", "-o", "out", "-f", "svg,csv")
    #expect(ended.status == 1 && ended.error.isEmpty)
    #expect(
      ended.output
        == """
        missing  out/a.csv
        stale    out/d/c.svg
        stale    out/d/c.csv
        To bring them up to date:
          lrplot render s -o out -f svg,csv

        """)
    #expect(try world.runLast(of: ended).status == 0)
    #expect(try check("s", "-o", "out", "-f", "svg,csv").status == 0)
  }

  @Test func `beside the schedules of a folder those pictures are checked that are there`() throws {
    _ = world.run("render", "s/a.json", "-o", "s/a.svg")
    _ = world.run("render", "s/d/c.json", "-o", "s/d/c.svg")
    #expect(try check("s").status == 0)
    #expect(try check("./s/").status == 0)
    try world.sandbox.write("<svg/>", to: "s/a.svg")
    let ended = try check("s")
    #expect(ended.status == 1)
    #expect(
      ended.output
        == "stale    s/a.svg\nTo bring it up to date:\n  lrplot render --output s/a.svg s/a.json\n")
    #expect(try world.runLast(of: ended).status == 0)
    #expect(try check("s").status == 0)
    // Who names the place asks for all of them.
    #expect(try check("s", "-o", "s").output.hasPrefix("missing  s/b.svg\n"))
  }

  @Test func `a file that is named must have its picture, and a folder one at least`() throws {
    #expect(try check("s/a.json").output.hasPrefix("missing  s/a.svg\n"))
    let none = try check("s")
    #expect(none.status == 1)
    #expect(none.output.hasPrefix("missing  s/a.svg\nmissing  s/b.svg\nmissing  s/d/c.svg\n"))
    _ = world.run("render", "s/a.json", "-o", "s/a.svg")
    #expect(try check("s").status == 0)
    #expect(try check("s", "s/b.json").output.hasPrefix("missing  s/b.svg\nTo"))
  }

  @Test func `many are named by their folder`() throws {
    for index in 0..<6 { try world.sandbox.write(Schedules.cosine, to: "s/\(index).json") }
    let ended = try check("s", "--theme", "dark")
    #expect(ended.output.hasSuffix("  lrplot render --theme dark --output s s\n"))
    #expect(try world.runLast(of: ended).status == 0)
    #expect(try check("s", "--theme", "dark").status == 0)
  }

  @Test func `errors are trouble, and the others are checked`() throws {
    _ = world.run("render", "s", "-o", "s")
    try world.sandbox.write(Schedules.broken, to: "s/b.json")
    try world.sandbox.write("<svg/>", to: "s/d/c.svg")
    let ended = try check("s")
    #expect(ended.status == 2)
    #expect(ended.output.hasPrefix("stale    s/d/c.svg\n"))
    #expect(ended.error.hasPrefix("s/b.json:1:15: error[param]") || ended.error.contains("error[param]"))
    #expect(try check("s", "--fail-fast").output.isEmpty)
  }

  @Test(arguments: [
    (["s", "-o", "-"], "need a folder"), (["s/a.json", "-o", "-"], "--check holds files"),
    (["-"], "has no file beside it"),
    (["s", "-f", "json"], "are schedule files"), (["s", "-f", "csv"], "are goldens"),
    (["s", "-f", "png"], "unknown format"),
  ])
  func `what cannot be checked is refused`(words: [String], message: String) {
    let ended = world.run(["render", "--check"] + words)
    #expect(ended.status == 2)
    #expect(ended.error.contains(message))
  }
}
