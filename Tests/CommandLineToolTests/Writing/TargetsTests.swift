import Foundation
import Testing

@testable import CommandLineTool

/// What must not be written over.
@Suite struct TargetsTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(Schedules.cosine, to: "s/a.json")
    try world.sandbox.write("golden", to: "s/a.csv")
    try world.sandbox.write(Schedules.cosine, to: "b.json")
  }

  /// Refused as a mistake of the command line, and nothing written.
  private func isRefused(_ words: String..., because reason: String) throws -> Bool {
    let before = try world.sandbox.tree().map { ($0, try world.sandbox.text($0)) }
    let ended = world.run(["render"] + words)
    let after = try world.sandbox.tree().map { ($0, try world.sandbox.text($0)) }
    return ended.status == 2 && ended.error.contains("error[usage]") && ended.error.contains(reason)
      && before.elementsEqual(after) { $0 == $1 }
  }

  @Test func `an input is not written over`() throws {
    #expect(try isRefused("s/a.json", "-o", "s/a.json", because: "s/a.json is an input"))
    #expect(try isRefused("s", "-o", "s", "-f", "json", because: "s/a.json is an input"))
    #expect(try isRefused("s/a.json", "-o", "./s/../s/a.json", because: "is an input"))
    #expect(try isRefused("b.json", "s/a.json", "-o", "s/", "-f", "svg,json", because: "is an input"))
    try world.sandbox.link("link.json", to: "s/a.json")
    #expect(try isRefused("s/a.json", "-o", "link.json", because: "link.json is an input"))
    #expect(try isRefused("link.json", "-o", "s/a.json", because: "s/a.json is an input"))
  }

  @Test func `a golden is not written over`() throws {
    #expect(try isRefused("s", "-o", "s", "-f", "csv", because: "s/a.csv is the golden of s/a.json"))
    #expect(try isRefused("s/a.json", "-o", "s/a.csv", because: "the golden"))
    #expect(try isRefused("s/a.json", "-o", "s/a.csv", "-f", "svg", because: "the golden"))
    #expect(try isRefused("b.json", "s/a.json", "-o", "s", "-f", "csv", because: "the golden"))
  }

  @Test func `two results are not written to one file`() throws {
    try world.sandbox.write(Schedules.cosine, to: "t/a.json")
    #expect(try isRefused("s/a.json", "t/a.json", "-o", "out", because: "would both be written to out/a.svg"))
    #expect(try isRefused("s", "t", "-o", "out", because: "s/a.json and t/a.json"))
    #expect(try isRefused("b.json", "b.json", "-o", "out", because: "would both"))
  }

  @Test func `two results are not written to one file by a link`() throws {
    try world.sandbox.write("old", to: "out/a.svg")
    try world.sandbox.link("out/b.svg", to: "a.svg")
    #expect(try isRefused("s/a.json", "b.json", "-o", "out", because: "would both"))
  }

  @Test func `a log that is read is not written over`() throws {
    try world.sandbox.write("loss\n1\n2\n", to: "s/log.csv")
    try world.sandbox.write(
      #"{"scheduler": {"type": "plateau"}, "metric": {"csv": "log.csv", "column": "loss"}}"#, to: "s/p.json")
    #expect(try isRefused("s/p.json", "-o", "s/log.csv", because: "log.csv is read"))
    #expect(world.run("plateau", "--metric", "s/log.csv:loss", "-o", "s/log.csv").status == 2)
    #expect(try world.sandbox.text("s/log.csv") == "loss\n1\n2\n")
    #expect(world.run("render", "s/p.json", "-o", "p.csv").status == 0)
  }

  @Test func `everything else is`() throws {
    #expect(world.run("render", "s/a.json", "-o", "b.csv").status == 0)
    #expect(world.run("render", "s/a.json", "-o", "b.csv", "-f", "svg").status == 0)
    #expect(try world.sandbox.text("b.csv").hasPrefix("<svg"))
    #expect(world.run("render", "s", "-o", "out", "-f", "csv,json").status == 0)
    #expect(world.run("render", "s", "-o", "out", "-f", "csv,json").status == 0)
  }
}
