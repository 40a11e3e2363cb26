import Testing

@testable import CommandLineTool

@Suite struct BatchSummaryTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    for name in ["a", "b", "c"] { try world.sandbox.write(Schedules.cosine, to: "s/\(name).json") }
  }

  @Test func `a batch ends with what has come of it`() throws {
    func summary(_ words: String...) -> String {
      world.run(["render", "s", "-o", "out", "-f", "svg,csv"] + words).error
    }
    #expect(summary() == "lrplot: 3 schedules: 6 files written\n")
    #expect(summary() == "lrplot: 3 schedules: 0 files written, 6 unchanged\n")
    try world.sandbox.remove("out/a.svg")
    #expect(summary() == "lrplot: 3 schedules: 1 file written, 5 unchanged\n")
    try world.sandbox.write(Schedules.broken, to: "s/b.json")
    #expect(summary().hasSuffix("lrplot: 3 schedules: 0 files written, 4 unchanged, 1 schedule with errors\n"))
    #expect(summary("-q").hasPrefix("s/b.json:1:") && !summary("-q").contains("schedules"))
  }

  @Test func `one file needs no summary`() {
    #expect(world.run("render", "s/a.json", "-o", "out/").error.isEmpty)
    #expect(world.run("render", "s/a.json", "-o", "a.svg").error.isEmpty)
    #expect(world.run("render", "s/a.json").error.isEmpty)
    #expect(
      world.run("render", "s/a.json", "s/b.json", "-o", "out").error
        == "lrplot: 2 schedules: 1 file written, 1 unchanged\n")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["1", "4"])
  func `with --fail-fast only the first failure is reported`(jobs: String) async throws {
    for index in 0..<300 {
      let json = index >= 5 && index % 2 == 1 ? Schedules.broken : Schedules.constant()
      try world.sandbox.write(json, to: "t/\(1000 + index).json")
    }
    let ended = await onThread { [world] in world.run("render", "t", "-o", "out", "--fail-fast", "-j", jobs) }
    #expect(ended.status == 2)
    #expect(
      ended.error.split(separator: "\n").filter { $0.contains("error[") }.map { $0.prefix(11) } == ["t/1005.json"])
    #expect(ended.error.hasSuffix("lrplot: 300 schedules: 5 files written, 1 schedule with errors, 294 not begun\n"))
    let check = await onThread { [world] in world.run("check", "t", "--fail-fast", "-j", jobs) }
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("missing  t/1000.json: there is no t/1000.csv\n1 checked: 1 missing\n"))
  }
}
