import Diagnostics
import JSON
import TestSupport
import Testing

@Suite struct MutationTests {
  @Test func `no mutation of a good document traps, and every refusal can be drawn`() {
    var random = Random(seed: 11)
    let seeds = [
      #"{"$schema":"x","epochs":90,"optimizer":{"type":"SGD","lr":0.1},"scheduler":[{"T_max":-1.5e-3},null,true]}"#,
      #"["\ud83d\ude00\u00e9\\\"\n","é→😀",[[],{}],{"a":{"a":[false]}},0,-0.0,1E+2]"#, " [ 1 , 2 , { } ] \r\n\t",
    ].map { Array($0.utf8) }
    let pieces = [
      "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ":", ",", "-", "1e", ".", "tru", "\n", "\u{FEFF}", "é", "//",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let good = seeds[random.below(seeds.count)]
      let bytes = random.damaged(good, changes: random.below(5), pieces)
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
