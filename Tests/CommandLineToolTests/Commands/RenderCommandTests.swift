import Foundation
import Testing

@testable import CommandLineTool

@Suite struct RenderCommandTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  @Test func `a spec with an error writes nothing, the others are done`() throws {
    try world.sandbox.write(Schedules.cosine, to: "s/a.json")
    try world.sandbox.write(Schedules.broken, to: "s/b.json")
    // Fails only while it runs, when another format may have been written.
    try world.sandbox.write(#"{"scheduler": {"type": "lambda", "lr_lambda": "1 / (epoch - 9)"}}"#, to: "s/c.json")
    try world.sandbox.write(Schedules.cosine, to: "s/d.json")
    let ended = world.run("render", "s", "-o", "out", "-f", "svg,csv")
    #expect(ended.status == 2)
    #expect(ended.output.isEmpty)
    #expect(try world.sandbox.tree("out") == ["a.csv", "a.svg", "d.csv", "d.svg"])
    let heads = ended.error.split(separator: "\n").filter { $0.contains("error[") }
    #expect(heads.map { $0.prefix(8) } == ["s/b.json", "s/c.json"])
  }

  @Test(arguments: [0, 1, 2])
  func `the exit code is the highest, wherever the trouble is`(place: Int) throws {
    for index in 0..<3 {
      try world.sandbox.write(index == place ? Schedules.broken : Schedules.cosine, to: "s/\(index).json")
    }
    #expect(world.run("render", "s", "-o", "out").status == 2)
    #expect(try world.sandbox.tree("out").count == 2)
  }

  @Test func `a missing input is trouble, and the others are done`() throws {
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    let ended = world.run("render", "no.json", "a.json", "-o", "out", "-q")
    #expect(
      ended
        == TestWorld.Ended(
          status: 2, output: "", error: "no.json: error[io]: there is no such file or folder\n"))
    #expect(try world.sandbox.tree("out") == ["a.svg"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `errors come in the order of the inputs, however many jobs`() async throws {
    // Long ones first, so that they end last.
    for index in 0..<30 {
      let isGood = index % 3 == 0
      let epochs = 600 / (index + 1)
      try world.sandbox.write(
        isGood ? Schedules.constant(epochs: epochs) : #"{"wrong\#(index)": 1}"#, to: "s/\(1000 + index).json")
    }
    let one = world.run("render", "s", "-o", "one", "-f", "csv,json", "-j", "1", "-v")
    let eight = await onThread { [world] in
      world.run("render", "s", "-o", "two", "-f", "csv,json", "--jobs", "8", "-v")
    }
    #expect(one.status == 2)
    #expect(one.error.replacingOccurrences(of: "one/", with: "two/") == eight.error)
    let told = eight.error.split(separator: "\n").compactMap { line in
      line.hasPrefix("s/") && line.contains("no key") ? line.prefix(6) : nil
    }
    #expect(told.count == 20)
    #expect(told == told.sorted())
    let names = try world.sandbox.tree("one")
    #expect(names.count == 20)
    #expect(try world.sandbox.tree("two") == names)
    for name in names {
      #expect(try world.sandbox.text("one/\(name)") == world.sandbox.text("two/\(name)"))
    }
  }

  @Test(arguments: ["0", "-1", "1025", "two", "1.5", ""])
  func `jobs are a number from 1 to 1024`(jobs: String) throws {
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    let ended = world.run("render", "a.json", "--jobs", jobs)
    #expect(ended.status == 2)
    #expect(ended.error.contains("“--jobs” is a number from 1 to 1024"))
  }

  @Test func `what is unchanged is not touched`() throws {
    try world.sandbox.write(Schedules.cosine, to: "s/a.json")
    try world.sandbox.write(Schedules.constant(), to: "s/b.json")
    _ = world.run("render", "s", "-o", "out", "-f", "csv,svg,json")
    let files = ["a.csv", "a.json", "a.svg", "b.csv", "b.json", "b.svg"]
    let before = try files.map { try world.sandbox.identity(of: "out/\($0)") }
    try world.sandbox.write(Schedules.constant(epochs: 3), to: "s/b.json")
    _ = world.run("render", "s", "-o", "out", "-f", "csv,svg,json")
    let after = try files.map { try world.sandbox.identity(of: "out/\($0)") }
    #expect(before[..<3] == after[..<3])
    #expect(zip(before, after).dropFirst(3).allSatisfy { $0 != $1 })
    #expect(try world.sandbox.names(in: "out") == files)
  }

  @Test func `leftovers are removed from every folder that is written to`() throws {
    try world.sandbox.write(Schedules.cosine, to: "s/d/a.json")
    let (dead, living) = (".a.svg.1073741823.tmp", ".a.svg.\(ProcessInfo.processInfo.processIdentifier).tmp")
    for name in [dead, living] { try world.sandbox.write("half", to: "out/d/\(name)") }
    try world.sandbox.write("half", to: "other/\(dead)")
    _ = world.run("render", "s", "-o", "out", "-f", "csv")
    #expect(try world.sandbox.names(in: "out/d") == [living, "a.csv"])
    #expect(try world.sandbox.names(in: "other") == [dead])
    try world.sandbox.write("half", to: dead)
    _ = world.run("cosine", "--tmax", "2", "-o", "a.svg")
    #expect(!world.sandbox.exists(dead))
  }

  @Test func `the picture's flags lie over those of the file`() throws {
    try world.sandbox.write(
      #"{"scheduler": {"type": "constant"}, "plot": {"width": 300, "height": 200}}"#, to: "a.json")
    let svg = world.run("render", "a.json", "--width", "500", "--theme", "dark").output
    #expect(svg.contains(#"width="500" height="200""#))
    #expect(!svg.contains("@media"))
    let ended = world.run("render", "a.json", "--width", "5")
    #expect(ended.status == 2)
    #expect(ended.error.hasPrefix("lrplot:1:30: error[value]"))
  }
}
