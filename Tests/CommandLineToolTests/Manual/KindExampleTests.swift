import Schedules
import Testing

@testable import CommandLineTool

@Suite("KindExample")
struct KindExampleTests {
  @Test("an example is a line to type and a line to paste")
  func lines() {
    for kind in Catalogue.kinds {
      let example = KindExample(kind)
      #expect(!example.commandLine.contains("\n") && !example.file.contains("\n"), "\(kind.fullName)")
    }
  }
}
