import Charts
import Testing

@testable import CommandLineTool

@Suite struct WorldTerminalTests {
  private func terminal(_ environment: [String: String], isTerminal: Bool = true) -> Terminal {
    var world = World(
      arguments: [], readInput: { [] }, writeOutput: { _ in }, writeError: { _ in }, environment: { environment[$0] })
    world.outputIsTerminal = isTerminal
    world.outputSize = { (columns: 132, lines: 50) }
    return world.terminal
  }

  @Test func `the width is what COLUMNS says, else the terminal's, else 80`() {
    #expect(terminal(["COLUMNS": "40", "LINES": "20"]) == Terminal(columns: 40, lines: 20, isColored: true))
    #expect(terminal([:]) == Terminal(columns: 132, lines: 50, isColored: true))
    #expect(terminal(["COLUMNS": "40"], isTerminal: false) == Terminal(columns: 40))
    #expect(terminal([:], isTerminal: false) == .file)
  }

  @Test(arguments: ["", "0", "-3", "many"])
  func `a width that is none is not taken`(columns: String) {
    #expect(terminal(["COLUMNS": columns]).columns == 132)
  }

  @Test(arguments: [
    ([:], true), (["LANG": "en_US.UTF-8"], true), (["LANG": "C"], false), (["LANG": "de_DE.ISO-8859-1"], false),
    (["LANG": "C.utf8"], true), (["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], false),
    (["LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"], true), (["LC_CTYPE": "C", "LANG": "C.UTF-8"], false),
    (["LC_CTYPE": "UTF-8"], true), (["TERM": "dumb", "LANG": "C.UTF-8"], false),
  ])
  func `the locale says whether there is more than ASCII`(environment: [String: String], isUnicode: Bool) {
    #expect(terminal(environment).isUnicode == isUnicode)
    #expect(terminal(environment, isTerminal: false).isUnicode == isUnicode)
  }

  @Test func `colours are for terminals that want them`() {
    #expect(terminal([:]).isColored)
    #expect(!terminal([:], isTerminal: false).isColored)
    #expect(!terminal(["NO_COLOR": "1"]).isColored)
    #expect(terminal(["NO_COLOR": ""]).isColored)
    #expect(!terminal(["TERM": "dumb"]).isColored)
  }
}
