import Schedules
import Testing

@testable import CommandLineTool

@Suite struct KindExampleTests {
  @Test
  func `an example is a line to type and a line to paste`() {
    for kind in Catalogue.kinds {
      let example = KindExample(kind)
      #expect(!example.commandLine.contains("\n") && !example.file.contains("\n"), "\(kind.fullName)")
    }
  }
}
