import Testing
import Text

@testable import CommandLineTool

/// A batch does not read what it writes, whatever the order of its files and the number of its jobs.
@Suite struct OutputFilesTests {
  private var world: TestWorld
  private static let constant = #"{"epochs": 2, "scheduler": {"type": "constant"}}"#

  init() throws { world = try TestWorld() }

  private func reader(_ csv: String, key: String = "csv", column: String = "loss") -> String {
    #"{"epochs": 2, "scheduler": {"type": "plateau"}, "metric": {"\#(key)": "\#(csv)", "column": "\#(column)"}}"#
  }

  @Test(arguments: ["csv", "CSV", "c_s-v", "\\u0063sv"], [1, 2, 7])
  mutating func `a table that a schedule reads is not overwritten by another`(key: String, jobs: Int) throws {
    world.jobs = jobs
    for (first, second) in [("a", "z"), ("z", "a")] {
      try world.sandbox.write(reader("../out/\(second).csv", key: key), to: "in/\(first).json")
      try world.sandbox.write(Self.constant, to: "in/\(second).json")
      try world.sandbox.write("loss\n1\n2\n", to: "out/\(second).csv")
      let ended = world.run("render", "in", "-o", "out/", "-f", "csv")
      #expect(ended.status == 2 && ended.error.contains("out/\(second).csv is read by in/\(first).json"))
      #expect(try world.sandbox.text("out/\(second).csv") == "loss\n1\n2\n")
      #expect(try world.sandbox.names(in: "out") == ["\(second).csv"])
      try world.sandbox.remove("in")
      try world.sandbox.remove("out")
    }
  }

  @Test mutating func `nor is one that the line names`() throws {
    try world.sandbox.write(reader("other.csv"), to: "in/a.json")
    try world.sandbox.write(Self.constant, to: "in/z.json")
    try world.sandbox.write("loss\n1\n2\n", to: "in/other.csv")
    try world.sandbox.write("loss\n1\n2\n", to: "out/z.csv")
    for flag in ["--set", "--sweep"] {
      let value = flag == "--set" ? "../out/z.csv" : "../out/z.csv,other.csv"
      let ended = world.run("render", "in", "-o", "out/", "-f", "csv", flag, "metric.csv=\(value)")
      #expect(ended.status == 2 && ended.error.contains("is read by in/a.json"), "\(ended)")
    }
    #expect(try world.sandbox.text("out/z.csv") == "loss\n1\n2\n")
  }

  @Test(arguments: ["../out/z.csv", "../out/../out/./z.csv", "link/z.csv"], [1, 2])
  mutating func `what is not there yet is not read either`(path: String, jobs: Int) throws {
    world.jobs = jobs
    try world.sandbox.makeFolder("in")
    try world.sandbox.link("in/link", to: "../out")
    for (first, second) in [("a", "z"), ("z", "a")] {
      let path = path.replacing("z.csv", with: "\(second).csv")
      try world.sandbox.write(reader(path, column: "lr"), to: "in/\(first).json")
      try world.sandbox.write(Self.constant, to: "in/\(second).json")
      let ended = world.run("render", "in", "-o", "out/", "-f", "csv")
      #expect(ended.status == 2 && ended.error.contains("made by this very run"), "\(ended)")
      #expect(try world.sandbox.names(in: "out") == ["\(second).csv"])
      try world.sandbox.remove("in/a.json")
      try world.sandbox.remove("in/z.json")
      try world.sandbox.remove("out")
    }
  }

  @Test(arguments: [1, 2])
  mutating func `a golden that does not exist yet is not read`(jobs: Int) throws {
    world.jobs = jobs
    for (first, second) in [("a", "z"), ("z", "a")] {
      try world.sandbox.write(reader("\(second).csv", column: "lr"), to: "in/\(first).json")
      try world.sandbox.write(Self.constant, to: "in/\(second).json")
      let ended = world.run("check", "--update", "in")
      #expect(ended.status == 2 && ended.output.contains("made by this very run"), "\(ended)")
      try world.sandbox.remove("in")
    }
  }

  @Test(arguments: [
    ("csv", true), ("{\"metric\": {\"CSV\": 1}}", true), ("c-s_V", true), ("\\u0063", true), ("ccsv", true),
    ("cs", false), ("cosv", false), ("{}", false), ("", false),
  ])
  func `a text that names a file is known`(text: String, mayNameFiles: Bool) {
    #expect(SpecFile.mayNameFiles(Bytes(text.utf8)) == mayNameFiles)
  }
}
