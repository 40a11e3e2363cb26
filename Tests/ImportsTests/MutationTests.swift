import Curves
import Diagnostics
import Imports
import JSON
import Schedules
import TestSupport
import Testing
import Text

@Suite struct MutationTests {
  @Test(arguments: Fixture.all)
  func `no mutation of a good configuration traps, and every refusal can be drawn`(fixture: Fixture) throws {
    var random = Random(seed: UInt64(fixture.file.utf8.count))
    let seed = try fixture.source.bytes
    let pieces = [
      "\"", "'", "\\", "{", "}", "[", "]", "(", ")", ":", ",", "-", "1e", ".", "=", "\n", "  ", "\t", "#", "&a ", "*a",
      "!x ", "|",
      "${", "$", "--", "1e308", "-1", "0", "9223372036854775807", "auto", "null", "lr", "_base_", "<<: x\n", "é",
    ]
    for _ in 0..<200 {
      let bytes = random.damaged(seed, changes: 1 + random.below(4), pieces)
      try tryOut(Source(name: fixture.file, bytes: bytes))
    }
  }

  private func tryOut(_ source: Source) throws {
    var settings = RunSettings()
    settings.datasetSize = 100
    settings.worldSize = 2
    settings.stepsPerEpoch = source.bytes.count % 2 == 0 ? 3 : nil
    do throws(Import.Failure) {
      let made = try Import.read(source, settings) { (name) throws(Diagnostic) in throw Diagnostic(.io, name) }
      let text = made.document.text(isOpen: true)
      // What is made can be read, or is refused with a place.
      do throws(DiagnosticList) {
        _ = try Spec.read(Source(name: "x", bytes: text)) { (name) throws(Diagnostic) in throw Diagnostic(.io, name) }
      } catch {
        #expect(!error.isEmpty)
      }
    } catch {
      #expect(!Excerpt(of: error.source, isColored: true).draw(error.problem).isEmpty)
    }
    _ = Configuration.isConfiguration(source)
  }
}
