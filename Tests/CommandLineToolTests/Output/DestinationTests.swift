import Testing

@testable import CommandLineTool

struct DestinationTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    try world.sandbox.write(Schedules.cosine, to: "s/b.json")
    try world.sandbox.makeFolder("there")
  }

  /// The files that a render makes, by its flags.
  @Test(arguments: [
    (["-o", "x.csv"], ["x.csv"]), (["-o", "x.svg"], ["x.svg"]), (["-o", "x.JSON"], ["x.JSON"]), (["-o", "x"], ["x"]),
    (["-o", "x.png", "-f", "svg"], ["x.png"]), (["-o", "x/"], ["x/a.svg"]), (["-o", "x//"], ["x/a.svg"]),
    (["-o", "there"], ["there/a.svg"]), (["-o", "there", "-f", "csv"], ["there/a.csv"]),
    (["-o", "x.svg", "-f", "svg,json"], ["x.svg/a.json", "x.svg/a.svg"]), (["-o", "x/y/z/"], ["x/y/z/a.svg"]),
    (["-o", "x.csv", "-o", "y.csv"], ["y.csv"]), (["--output=x.csv"], ["x.csv"]), (["-ox.csv"], ["x.csv"]),
  ])
  func `One input goes to a file, or into a folder`(flags: [String], files: [String]) throws {
    let before = try world.sandbox.tree()
    #expect(world.run(["render", "a.json"] + flags) == TestWorld.Ended(status: 0, output: "", error: ""))
    #expect(try world.sandbox.tree().filter { !before.contains($0) } == files)
  }

  @Test func `Several inputs go into a folder whatever it is called`() throws {
    #expect(world.run("render", "a.json", "s/b.json", "-o", "x.csv").status == 0)
    #expect(try world.sandbox.tree("x.csv") == ["a.svg", "b.svg"])
    #expect(world.run("render", "s", "-o", "y").status == 0)
    #expect(try world.sandbox.tree("y") == ["b.svg"])
  }

  @Test(arguments: [["a.json", "s/b.json"], ["s"], ["a.json", "-f", "csv,svg"], ["a.json", "s/b.json", "-o", "-"]])
  func `Without a folder several are refused`(words: [String]) throws {
    let ended = world.run(["render"] + words)
    #expect(ended.status == 2)
    #expect(ended.output.isEmpty)
    #expect(ended.error.contains("error[usage]"))
  }

  @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1"])
  func `Standard output has several names`(name: String) {
    let ended = world.run("render", "a.json", "-f", "csv", "-o", name)
    #expect(ended == TestWorld.Ended(status: 0, output: Schedules.cosineCSV, error: ""))
  }

  @Test func `A file never makes folders`() throws {
    let ended = world.run("render", "a.json", "-o", "x/y.svg")
    #expect(ended.status == 2)
    #expect(ended.error == "x/y.svg: error[io]: there is no folder x\n  make it first: mkdir -p x\n")
    #expect(!world.sandbox.exists("x"))
  }

  @Test func `A file in the way of a folder is trouble`() throws {
    try world.sandbox.write("", to: "x")
    let ended = world.run("render", "a.json", "-o", "x/")
    #expect(ended.status == 2)
    #expect(ended.error.contains("x/a.svg: error[io]"))
  }

  @Test func `An empty name is refused`() {
    #expect(world.run("render", "a.json", "-o", "").status == 2)
    #expect(world.run("cosine", "--tmax", "2", "--output=").status == 2)
  }

  @Test func `A plot goes into a folder under the kind's name`() throws {
    #expect(world.run("cosine", "--tmax", "2", "-f", "csv,svg", "-o", "x").status == 0)
    #expect(try world.sandbox.tree("x") == ["cosine.csv", "cosine.svg"])
    #expect(try world.sandbox.text("x/cosine.csv") == Schedules.cosineCSV)
  }
}
