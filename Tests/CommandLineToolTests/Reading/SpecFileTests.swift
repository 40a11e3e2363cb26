import Testing
import Text

@testable import CommandLineTool

@Suite struct SpecFileTests {
  private static let schedule = Bytes(#"{"epochs": 1, "scheduler": {"type": "constant"}}"#.utf8)

  private static func schedule(ofSize size: Int) -> Bytes {
    schedule + Bytes(repeating: 0x20, count: size - schedule.count)
  }

  @Test func `a file may be as large as schedules get, and no larger`() throws {
    var world = try TestWorld()
    try world.sandbox.write(Self.schedule(ofSize: SpecFile.largest), to: "large.json")
    try world.sandbox.write(Self.schedule(ofSize: SpecFile.largest + 1), to: "larger.json")
    #expect(world.run("render", "large.json", "--format", "csv").status == 0)
    let message = "error[io]: is larger than 4 MiB, the most that a schedule file may have\n"
    for command in ["check", "lint", "explain"] {
      let ended = world.run(command, "larger.json")
      #expect(ended.status == 2 && (ended.output + ended.error).contains("4 MiB"), "\(command)")
    }
    #expect(world.run("render", "larger.json").error.hasPrefix("larger.json: \(message)"))
    world.input = Self.schedule(ofSize: SpecFile.largest + 1)
    #expect(world.run("render", "-").error.hasPrefix("<stdin>: \(message)"))
  }
}
