import Curves
import Diagnostics
import Imports
import JSON
import Schedules
import Testing
import Text

struct MutationTests {
  @Test(arguments: Fixture.all)
  func `No mutation of a good configuration traps, and every refusal can be drawn`(fixture: Fixture) throws {
    var random = SplitMix(state: UInt64(fixture.file.utf8.count))
    let seed = try fixture.source.bytes
    let pieces = [
      "\"", "'", "\\", "{", "}", "[", "]", "(", ")", ":", ",", "-", "1e", ".", "=", "\n", "  ", "\t", "#", "&a ", "*a",
      "!x ", "|",
      "${", "$", "--", "1e308", "-1", "0", "9223372036854775807", "auto", "null", "lr", "_base_", "<<: x\n", "é",
    ]
    for _ in 0..<200 {
      var bytes = seed
      for _ in 0...random.below(4) {
        let position = random.below(bytes.count + 1)
        switch random.below(5) {
        case 0: bytes.insert(UInt8(random.below(256)), at: position)
        case 1, 2: bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: position)
        case 3: bytes.removeSubrange(position..<min(bytes.count, position + 1 + random.below(4)))
        default: bytes.insert(contentsOf: bytes[position..<min(bytes.count, position + random.below(40))], at: position)
        }
      }
      try tryOut(Source(name: fixture.file, bytes: bytes))
    }
  }

  private func tryOut(_ source: Source) throws {
    var asked = Asked()
    asked.datasetSize = 100
    asked.worldSize = 2
    asked.stepsPerEpoch = source.bytes.count % 2 == 0 ? 3 : nil
    do throws(Import.Failed) {
      let made = try Import.read(source, asked) { (name) throws(Diagnostic) in throw Diagnostic(.io, name) }
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

/// Random numbers that are the same in every run.
struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }
}
