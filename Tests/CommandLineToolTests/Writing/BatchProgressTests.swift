import Synchronization
import Testing

@testable import CommandLineTool

@Suite struct BatchProgressTests {
  private var world: TestWorld

  init() throws {
    world = try TestWorld()
    for index in 0..<20 { try world.sandbox.write(Schedules.constant(), to: "s/\(10 + index).json") }
    world.errorIsTerminal = true
    // Every look at the clock is 60 ms after the one before.
    let looks = Mutex(0)
    world.uptime = {
      looks.withLock { looks in
        looks += 1
        return 100 + 0.06 * Double(looks)
      }
    }
  }

  @Test func `on a terminal a long batch says how far it is`() {
    let ended = world.run("render", "s", "-o", "out")
    #expect(
      ended.error
        == "\r9 of 20\r11 of 20\r13 of 20\r15 of 20\r17 of 20\r19 of 20\r\u{1B}[Klrplot: 20 schedules: 20 files written\n"
    )
    #expect(world.run("check", "s", "--update").error.hasPrefix("\r9 of 20\r11 of 20"))
    #expect(world.run("render", "s", "-o", "out", "--check").error.hasSuffix("\r19 of 20\r\u{1B}[K"))
  }

  @Test func `a message takes the line away first`() throws {
    try world.sandbox.write(Schedules.broken, to: "s/25.json")
    let error = world.run("render", "s", "-o", "out").error
    #expect(error.contains("\r15 of 20\r\u{1B}[K\u{1B}[1") || error.contains("\r15 of 20\r\u{1B}[Ks/25.json:1:"))
    #expect(error.contains("\r17 of 20"))
  }

  @Test mutating func `a short one says nothing, nor does any where the output is no terminal`() {
    let clock = world.uptime
    world.uptime = { 0.02 * (clock() - 100) }
    #expect(world.run("render", "s", "-o", "a").error == "lrplot: 20 schedules: 20 files written\n")
    world.uptime = clock
    #expect(world.run("render", "s", "-o", "b", "-q").error.isEmpty)
    world.environment["TERM"] = "dumb"
    #expect(world.run("render", "s", "-o", "c").error == "lrplot: 20 schedules: 20 files written\n")
    world.environment["TERM"] = nil
    world.errorIsTerminal = false
    #expect(world.run("render", "s", "-o", "d").error == "lrplot: 20 schedules: 20 files written\n")
  }

  @Test mutating func `verdicts on the terminal are the progress`() {
    world.outputIsTerminal = true
    #expect(world.run("check", "s", "--update").error.isEmpty)
    #expect(!world.run("check", "s", "--report", "json").error.isEmpty)
  }
}
