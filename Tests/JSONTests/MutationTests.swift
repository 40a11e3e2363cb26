import Diagnostics
import JSON
import Testing

struct MutationTests {
  @Test func `No mutation of a good document traps, and every refusal can be drawn`() {
    var random = SplitMix(state: 11)
    let seeds = [
      #"{"$schema":"x","epochs":90,"optimizer":{"type":"SGD","lr":0.1},"scheduler":[{"T_max":-1.5e-3},null,true]}"#,
      #"["\ud83d\ude00\u00e9\\\"\n","é→😀",[[],{}],{"a":{"a":[false]}},0,-0.0,1E+2]"#, " [ 1 , 2 , { } ] \r\n\t",
    ].map { Array($0.utf8) }
    let pieces = [
      "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ":", ",", "-", "1e", ".", "tru", "\n", "\u{FEFF}", "é", "//",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = seeds[random.below(seeds.count)]
      for _ in 0..<random.below(5) {
        let position = random.below(bytes.count + 1)
        switch random.below(5) {
        case 0: bytes.insert(UInt8(random.below(256)), at: position)
        case 1: bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: position)
        case 2: bytes.removeSubrange(position..<min(bytes.count, position + 1 + random.below(4)))
        case 3: bytes.removeSubrange(position...)
        default: bytes.insert(contentsOf: bytes[position..<min(bytes.count, position + random.below(30))], at: position)
        }
      }
      let source = Source(name: "x", bytes: bytes)
      do throws(Diagnostic) {
        let value = try Scanner.read(source)
        accepted += 1
        // What was read is itself JSON, where its range says.
        let again = try Scanner.read(source, in: value.range)
        #expect(again.dump == value.dump)
      } catch {
        #expect(error.code == .json)
        #expect(!Excerpt(of: source, isColored: true).draw(error).isEmpty)
      }
    }
    #expect(accepted > 3000)
  }
}

/// Random numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }
}
