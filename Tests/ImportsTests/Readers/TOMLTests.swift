import Diagnostics
import Imports
import Testing

@Suite struct TOMLTests {
  @Test func `sections, dotted keys and arrays of tables`() throws {
    #expect(try toml("a = 1\n[b]\nc = 2\n[b.d]\ne = 3\n") == "{a: 1, b: {c: 2, d: {e: 3}}}")
    #expect(try toml("a.b = 1\na.\"c d\" = 2\n") == "{a: {b: 1, c d: 2}}")
    #expect(
      try toml("[[a]]\nb = 1\n[[a]]\nb = 2\n[c]\nd = {e = 1, f = [2]}\n")
        == "{a: [{b: 1}, {b: 2}], c: {d: {e: 1, f: [2]}}}")
  }

  @Test func `a whole number is distinguished from a float`() throws {
    #expect(
      try toml("a = 1_200\nb = 0.1\nc = 1e-4\nd = 1.0\ne = 0x10\nf = -5\n")
        == "{a: 1200, b: 0.1, c: 0.0001, d: 1.0, e: 16, f: -5}")
    #expect(try toml("a = true\nb = false\nc = inf\nd = 1979-05-27T07:32:00Z\n") == "{a: true, b: false, c: inf, d: ?}")
  }

  @Test func `strings of all sorts`() throws {
    #expect(
      try toml("a = \"x\\ty\" # c\nb = 'C:\\n'\nc = \"\"\"\nx\ny\"\"\"\nd = '''z'''\n")
        == "{a: \"x\ty\", b: \"C:\\n\", c: \"x\ny\", d: \"z\"}")
    #expect(try toml("a = [\n  \"x\", # one\n  \"y\",\n]\n") == #"{a: ["x", "y"]}"#)
  }

  @Test(arguments: ["a = \n", "a 1\n", "a = 1\na = 2\n", "[a\n", "a = \"x\n", "a = [1 2]\n", "a = 1 2\n", "a = x\n"])
  func `what is broken is refused`(text: String) {
    #expect(throws: Diagnostic.self) { try toml(text) }
  }
}
