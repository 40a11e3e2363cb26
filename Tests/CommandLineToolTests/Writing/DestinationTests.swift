import Testing

@testable import CommandLineTool

@Suite struct DestinationTests {
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
    (["-o", "x.dat", "-f", "csv"], ["x.dat"]), (["-o", "x/"], ["x/a.svg"]), (["-o", "x//"], ["x/a.svg"]),
    (["-o", "there"], ["there/a.svg"]), (["-o", "there", "-f", "csv"], ["there/a.csv"]),
    (["-o", "x", "-f", "svg,json"], ["x/a.json", "x/a.svg"]),
    (["-o", "x.svg/", "-f", "svg,json"], ["x.svg/a.json", "x.svg/a.svg"]),
    (["-o", "x/y/z/"], ["x/y/z/a.svg"]),
    (["--output=x.csv"], ["x.csv"]), (["-ox.csv"], ["x.csv"]),
  ])
  func `one input goes to a file, or into a folder`(flags: [String], files: [String]) throws {
    let before = try world.sandbox.tree()
    #expect(world.run(["render", "a.json"] + flags) == TestWorld.Ended(status: 0, output: "", error: ""))
    #expect(try world.sandbox.tree().filter { !before.contains($0) } == files)
  }

  @Test(arguments: [
    (["render", "a.json", "s/b.json", "-o", "x.csv"], "--output x/"),
    (["render", "s", "-o", "d/.svg"], "--output d/out/"),
    (["cosine", "--tmax", "2", "-f", "svg,csv", "-o", "it's.svg"], #"--output 'it'\''s/'"#),
  ])
  func `a file's name is not taken for a folder's`(words: [String], hint: String) throws {
    let before = try world.sandbox.tree()
    let ended = world.run(words)
    #expect(ended.status == 2 && ended.error.contains("names one file") && ended.error.contains(hint), "\(ended)")
    #expect(try world.sandbox.tree() == before)
  }

  @Test(arguments: [
    ("c.png", "rsvg-convert -o c.png c.svg"), ("d/a b.PDF", "rsvg-convert -f pdf -o 'd/a b.PDF' 'd/a b.svg'"),
    ("c.eps", "rsvg-convert -f eps -o c.eps c.svg"), ("c.jpg", "rsvg-convert c.svg | magick - c.jpg"),
  ])
  func `other pictures are made from the SVG`(name: String, command: String) throws {
    for words in [[], ["-f", "svg"], ["-f", "svg,csv"]] {
      let ended = world.run(["cosine", "--tmax", "2", "-o", name] + words)
      #expect(ended.status == 2 && ended.error.contains(command), "\(ended.error)")
      #expect(!world.sandbox.exists(name))
    }
    #expect(!world.run("explain", "a.json", "-o", name).error.contains("rsvg"))
  }

  @Test func `several inputs go into a folder whatever it is called`() throws {
    #expect(world.run("render", "a.json", "s/b.json", "-o", "x.csv/").status == 0)
    #expect(try world.sandbox.tree("x.csv") == ["a.svg", "b.svg"])
    #expect(world.run("render", "a.json", "s/b.json", "-o", "x.csv").status == 0)
    #expect(world.run("render", "s", "-o", "y").status == 0)
    #expect(try world.sandbox.tree("y") == ["b.svg"])
  }

  @Test(arguments: [["a.json", "s/b.json"], ["s"], ["a.json", "-f", "csv,svg"], ["a.json", "s/b.json", "-o", "-"]])
  func `without a folder several are refused`(words: [String]) throws {
    let ended = world.run(["render"] + words)
    #expect(ended.status == 2)
    #expect(ended.output.isEmpty)
    #expect(ended.error.contains("error[usage]"))
  }

  @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1"])
  func `standard output has several names`(name: String) {
    let ended = world.run("render", "a.json", "-f", "csv", "-o", name)
    #expect(ended == TestWorld.Ended(status: 0, output: Schedules.cosineCSV, error: ""))
  }

  @Test func `a file never makes folders`() throws {
    let ended = world.run("render", "a.json", "-o", "x/y.svg")
    #expect(ended.status == 2)
    #expect(ended.error == "x/y.svg: error[io]: there is no folder x\n  create it first: mkdir -p x\n")
    #expect(!world.sandbox.exists("x"))
  }

  @Test func `a file in the way of a folder is trouble`() throws {
    try world.sandbox.write("", to: "x")
    let ended = world.run("render", "a.json", "-o", "x/")
    #expect(ended.status == 2)
    #expect(ended.error.contains("x/a.svg: error[io]"))
  }

  @Test func `an empty name is refused`() {
    #expect(world.run("render", "a.json", "-o", "").status == 2)
    #expect(world.run("cosine", "--tmax", "2", "--output=").status == 2)
  }

  @Test func `a plot goes into a folder under the kind's name`() throws {
    #expect(world.run("cosine", "--tmax", "2", "-f", "csv,svg", "-o", "x").status == 0)
    #expect(try world.sandbox.tree("x") == ["cosine.csv", "cosine.svg"])
    #expect(try world.sandbox.text("x/cosine.csv") == Schedules.cosineCSV)
  }
}
