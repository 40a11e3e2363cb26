import Foundation
import Testing

@testable import CommandLineTool

@Suite struct InputsTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func files(_ names: String...) throws {
    for name in names { try world.sandbox.write(Schedules.constant(), to: name) }
  }

  /// The files that are read, in order.
  private func read(_ words: String...) -> [String] {
    let ended = world.run(["render", "-v", "-f", "csv"] + words)
    return ended.error.split(separator: "\n").filter { $0.hasPrefix("lrplot: read ") }.map { String($0.dropFirst(13)) }
  }

  @Test func `a folder is every schedule below it, sorted`() throws {
    try files("s/b.json", "s/a.json", "s/B.json", "s/d/c.json", "s/10.json", "s/9.json")
    #expect(
      read("s", "-o", "out") == ["s/10.json", "s/9.json", "s/B.json", "s/a.json", "s/b.json", "s/d/c.json"])
    #expect(try world.sandbox.tree("out") == ["10.csv", "9.csv", "B.csv", "a.csv", "b.csv", "d/c.csv"])
  }

  @Test func `schemas, hidden files and other files are no schedules`() throws {
    try files("s/a.json", "s/.b.json", "s/.d/c.json", "s/lrplot.schema.json", "s/x.txt", "s/json", "s/a.JSON")
    #expect(read("s/", "-o", "out") == ["s/a.json"])
    // Unless they are named.
    #expect(read("s/.b.json", "-o", "out2/") == ["s/.b.json"])
    #expect(read("s/.d", "-o", "out3/") == ["s/.d/c.json"])
    #expect(read("s/lrplot.schema.json", "-o", "out4/") == ["s/lrplot.schema.json"])
  }

  @Test func `the output folder is no input`() throws {
    try files("s/a.json", "s/out/b.json")
    #expect(read("s", "-o", "s/out") == ["s/a.json"])
    #expect(read("s", "-o", "./s/../s/out/") == ["s/a.json"])
    #expect(read("s", "-o", "elsewhere") == ["s/a.json", "s/out/b.json"])
  }

  @Test func `results may stand beside their schedules`() throws {
    try files("s/a.json", "s/d/b.json")
    #expect(world.run("render", "s", "-o", "s").status == 0)
    #expect(try world.sandbox.tree("s") == ["a.json", "a.svg", "d/b.json", "d/b.svg"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `folders that contain themselves are entered once`() throws {
    try files("s/a.json", "s/d/b.json", "other/c.json")
    try world.sandbox.link("s/d/loop", to: "..")
    try world.sandbox.link("s/self", to: ".")
    try world.sandbox.link("s/there", to: "../other")
    #expect(read("s", "-o", "out") == ["s/a.json", "s/d/b.json", "s/there/c.json"])
  }

  @Test func `in the folder of the file names are plain`() throws {
    try files("a.json")
    #expect(read(".", "-o", "out") == ["./a.json"])
    #expect(try world.sandbox.tree("out") == ["a.csv"])
  }

  @Test func `a link to a schedule is one, and a link to nowhere is reported`() throws {
    try files("elsewhere/x.json")
    try world.sandbox.makeFolder("s")
    try world.sandbox.link("s/a.json", to: "../elsewhere/x.json")
    try world.sandbox.link("s/b.json", to: "nowhere")
    let ended = world.run("render", "s", "-o", "out", "-q")
    #expect(ended.status == 2)
    #expect(ended.error == "s/b.json: error[io]: there is no such file\n")
    #expect(try world.sandbox.tree("out") == ["a.svg"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe in a folder is left alone`() throws {
    try files("s/a.json")
    #expect(mkfifo(world.sandbox.path("s/b.json"), 0o600) == 0)
    #expect(read("s", "-o", "out") == ["s/a.json"])
  }

  @Test func `names may hold anything`() throws {
    let name = "a\nb \"c\" 'd' é\u{1B}.json"
    try files("s/\(name)")
    #expect(read("s", "-o", "out") == ["s/a␊b \"c\" 'd' é␛.json"])
    #expect(try world.sandbox.tree("out") == ["a\nb \"c\" 'd' é\u{1B}.csv"])
    try world.sandbox.write(Schedules.broken, to: "s/\(name)")
    #expect(world.run("render", "s", "-o", "out").error.hasPrefix("s/a␊b \"c\" 'd' é␛.json:1:24: error[param]: "))
  }

  @Test func `a file that is named need not end in json`() throws {
    try files("schedule.txt")
    #expect(world.run("render", "schedule.txt", "-o", "out/").status == 0)
    #expect(try world.sandbox.tree("out") == ["schedule.txt.svg"])
  }

  @Test func `standard input is a schedule`() throws {
    var world = world
    world.input = Array(Schedules.cosine.utf8)
    #expect(world.run("render", "-", "-f", "csv").output == Schedules.cosineCSV)
    #expect(world.run("render", "-f", "csv", "--", "-").output == Schedules.cosineCSV)
    #expect(world.run("render", "-", "-o", "out/").status == 0)
    #expect(try world.sandbox.tree("out") == ["stdin.svg"])
    world.input = Array(Schedules.broken.utf8)
    #expect(world.run("render", "-").error.hasPrefix("<stdin>:1:24: error[param]: "))
    world.input = nil
    #expect(world.run("render", "-").error == "<stdin>: error[io]: cannot be read: Input/output error\n")
  }

  @Test func `after two hyphens everything is a name`() throws {
    try files("-o.json", "--lr.json")
    #expect(read("-o", "out", "--", "-o.json", "--lr.json") == ["-o.json", "--lr.json"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func `a file that cannot be read is trouble, and the others are done`() throws {
    try files("s/a.json", "s/c.json")
    try world.sandbox.link("s/b.json", to: "/proc/self/mem")
    let ended = world.run("render", "s", "-o", "out", "-q")
    #expect(ended.status == 2)
    #expect(ended.error == "s/b.json: error[io]: cannot be read: Input/output error\n")
    #expect(try world.sandbox.tree("out") == ["a.svg", "c.svg"])
  }

  @Test(.enabled(if: getuid() != 0))
  func `a folder that cannot be read is trouble, and the others are done`() throws {
    try files("s/a.json", "s/b/c.json")
    try world.sandbox.setMode(0, of: "s/b")
    defer { try? world.sandbox.setMode(0o700, of: "s/b") }
    let ended = world.run("render", "s", "-o", "out", "-q")
    #expect(ended.status == 2)
    #expect(ended.error == "s/b: error[io]: the folder cannot be read: Permission denied\n")
    #expect(try world.sandbox.tree("out") == ["a.svg"])
  }

  @Test func `a folder too deep for a path is trouble, and the others are done`() throws {
    try files("s/a.json")
    let step = "n=$(printf %0250d 7); for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do mkdir $n && cd $n; done"
    let making = Process()
    making.executableURL = URL(filePath: "/bin/sh")
    making.arguments = ["-c", "cd \"$0\" && \(step) && echo '{}' > deep.json", world.sandbox.path("s")]
    try making.run()
    making.waitUntilExit()
    let rm = URL(filePath: "/bin/rm")
    defer { try? Process.run(rm, arguments: ["-rf", world.sandbox.path("s")]).waitUntilExit() }
    for command in [["render", "s", "-o", "out", "-q"], ["lint", "s"], ["check", "s", "--golden", "goldens"]] {
      let ended = world.run(command)
      #expect(ended.status == 2)
      #expect(ended.error.contains("cannot be read: File name too long"), "\(ended.error.suffix(200))")
    }
    #expect(try world.sandbox.tree("out") == ["a.svg"])
  }

  @Test func `bytes that are no UTF-8 are an error with a place`() throws {
    try world.sandbox.write(Array(#"{"title": ""#.utf8) + [0xFF, 0x22, 0x7D], to: "a.json")
    let ended = world.run("render", "a.json")
    #expect(ended.status == 2)
    #expect(ended.output.isEmpty)
    #expect(ended.error.hasPrefix("a.json:1:12: error[json]: the text is not UTF-8: the byte FF"))
  }
}
