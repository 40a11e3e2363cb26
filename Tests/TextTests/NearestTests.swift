import Testing
import Text

@Suite struct NearestTests {
  @Test(arguments: [
    ("T_maxx", "T_max"), ("tmax", "T_max"), ("tmxa", "T_max"), ("eta_mn", "eta_min"), ("etamin", "eta_min"),
    ("last", "last_epoch"), ("GAMMA", "gamma"), ("gama", "gamma"), ("gmama", "gamma"), ("mlestones", "milestones"),
  ])
  func `a slip finds the name`(word: String, expected: String) {
    #expect(Nearest.match(for: word, among: ["T_max", "eta_min", "last_epoch", "gamma", "milestones"]) == expected)
  }

  @Test(arguments: ["", "_", "zzz", "momentum", "gm", "ab", String(repeating: "gamma", count: 20)])
  func `something else finds none`(word: String) {
    #expect(Nearest.match(for: word, among: ["T_max", "eta_min", "last_epoch", "gamma", "milestones"]) == nil)
  }

  @Test func `the nearest wins, and of equals the first`() {
    #expect(Nearest.match(for: "step", among: ["steps", "stop", "step"]) == "step")
    #expect(Nearest.match(for: "stap", among: ["stop", "step"]) == "stop")
    #expect(Nearest.match(for: "step", among: []) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3),
    ("ab", "ba", 1), ("ca", "abc", 3), ("abcd", "badc", 2), ("a", "b", 1), ("é", "e", 2),
  ])
  func `edits are counted, a swap of neighbours once`(a: String, b: String, count: Int) {
    #expect(Nearest.edits(Bytes(a.utf8), Bytes(b.utf8)) == count)
    #expect(Nearest.edits(Bytes(b.utf8), Bytes(a.utf8)) == count)
  }
}
