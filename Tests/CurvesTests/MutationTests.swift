import Curves
import Diagnostics
import Foundation
import JSON
import Schedules
import TestSupport
import Testing
import Text

/// Schedule files with random damage are refused or run; golden files with random damage are read or refused.
@Suite struct MutationTests {
  private static let alphabet = Bytes("{}[]\",:0123456789.-+eE tfnul\\\u{7F}\u{00}".utf8) + [0x80, 0xC3, 0xFF]
  private static let words = [
    "1e308", "-1", "0", "5e-324", "9223372036854775808", "null", "[]", "{}", "\"x\"", "\"type\"", "\"cosine\"", "true",
  ].map { Bytes($0.utf8) }

  private static func mutated(_ bytes: Bytes, _ random: inout Random) -> Bytes {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where place < bytes.count: bytes[place] = alphabet.randomElement(using: &random) ?? 0
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
      case 3: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
      default:
        let end = min(bytes.count, place + Int.random(in: 0...20, using: &random))
        bytes.replaceSubrange(place..<end, with: words.randomElement(using: &random) ?? [])
      }
    }
    return bytes
  }

  @Test(arguments: 0..<20)
  func `damaged schedule files do no harm`(seed: Int) throws {
    var random = Random(seed: UInt64(seed))
    let kinds = Catalogue.kinds
    for _ in 0..<100 {
      guard let kind = kinds.randomElement(using: &random) else { return }
      let inside = kind.example.dropFirst().dropLast()
      let file = #"""
        {"epochs": 9, "metric": 0.5, "optimizer": {"type": "Adam", "param_groups": [{"name": "a"}, {"lr": 0.1}]},
         "scheduler": {"type": "\#(kind.fullName)"\#(inside.isEmpty ? "" : ", ")\#(inside)}}
        """#
      let source = Source(name: "damaged", bytes: Self.mutated(Bytes(file.utf8), &random))
      guard
        let spec = try? Spec.read(source, readingFiles: { (path) throws(Diagnostic) in throw Diagnostic(.io, path) }),
        // A digit more makes a long run, which is no harm but takes its time.
        spec.steps < 100_000, let curve = try? Run.curve(of: spec)
      else { continue }
      for column in curve.columns where column.quantity != .metric {
        #expect(column.values.allSatisfy { $0.isFinite }, "\(source.bytes.text)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `damaged goldens do no harm`(seed: Int) throws {
    var random = Random(seed: UInt64(1000 + seed))
    let good = Bytes("step,epoch,lr.a,\"lr.b,\"\n0,0,0.1,1e-07\n1,0,0.05,\n2,1,0.025,0.0\n".utf8)
    for _ in 0..<500 {
      let source = Source(name: "damaged.csv", bytes: Self.mutated(good, &random))
      if let golden = try? Golden.read(source) { #expect(golden.rowCount >= 0) }
    }
  }
}
