import Diagnostics
import Imports
import Testing
import Text

@Suite struct YAMLTests {
  @Test func `block maps and lists nest by indentation`() throws {
    #expect(try yaml("a: 1\nb:\n  c: x\n  d:\n    e: true\nf: 2\n") == #"{a: 1, b: {c: "x", d: {e: true}}, f: 2}"#)
    #expect(try yaml("a:\n- 1\n- 2\nb:\n  - x\n  - y: 1\n    z: 2\n") == #"{a: [1, 2], b: ["x", {y: 1, z: 2}]}"#)
    #expect(try yaml("a:\n  - - 1\n    - 2\n  -\n    b: 3\n") == "{a: [[1, 2], {b: 3}]}")
    #expect(try yaml("a:\nb:\n") == "{a: null, b: null}")
  }

  @Test(arguments: [
    ("1e-4", "0.0001"), ("1E-4", "0.0001"), ("2e-5", "2e-05"), ("5e5", "500000.0"), (".5", "0.5"), ("1.e-4", "0.0001"),
    ("1_000", "1000"), ("0x10", "16"), ("017", "15"), ("1:30", "90"), ("yes", "true"), ("off", "false"), ("~", "null"),
    ("null", "null"), ("None", #""None""#), (".inf", "inf"), ("inf", #""inf""#), ("nan", #""nan""#), ("-3", "-3"),
    ("+2.5", "2.5"), ("1.2.3", #""1.2.3""#), ("-", #""-""#), ("089", "89"), ("'1e-4'", #""1e-4""#), ("e5", #""e5""#),
  ])
  func `scalars are what trainers see`(text: String, shown: String) throws {
    #expect(try yaml("a: \(text)\n") == "{a: \(shown)}")
  }

  @Test func `comments and quotes are told apart`() throws {
    #expect(
      try yaml("# x\na: 1 # one\nb: 'it''s # not'\nc: \"a\\n#\"\nd: x#y\n")
        == "{a: 1, b: \"it's # not\", c: \"a\n#\", d: \"x#y\"}")
    #expect(try yaml("\"a b\": 1\n'c': 2\n") == "{a b: 1, c: 2}")
  }

  @Test func `flow lists and maps may go over lines`() throws {
    #expect(
      try yaml("a: [1, 'x', [2]]\nb: {c: 1, d: [e]}\nf: {}\n") == #"{a: [1, "x", [2]], b: {c: 1, d: ["e"]}, f: {}}"#)
    #expect(try yaml("a: [\n  1, # one\n  2,\n]\nb: 3\n") == "{a: [1, 2], b: 3}")
    #expect(try yaml("a: (60000, 80000)\n") == #"{a: "(60000, 80000)"}"#)
  }

  @Test func `anchors of scalars are known, and what is larger is opaque`() throws {
    #expect(try yaml("a: &x 16000\nb: *x\n") == "{a: 16000, b: 16000}")
    #expect(try yaml("a: &x\n  c: 1\nb: *x\nd: *y\n") == "{a: {c: 1}, b: ?, d: ?}")
    #expect(try yaml("a: !!python/object/apply:eval [1]\nb: 2\n") == "{a: ?, b: 2}")
    #expect(try yaml("<<: *x\nb: 2\n") == "{<<: ?, b: 2}")
  }

  @Test func `block scalars are passed over`() throws {
    #expect(try yaml("a: |\n  x: 1\n\n  y\nb: >-\n  z\nc: 3\n") == "{a: ?, b: ?, c: 3}")
    #expect(try yaml("a: x\n  y\n  z\nb: 1\n") == #"{a: "x y z", b: 1}"#)
  }

  @Test func `one document is read`() throws {
    #expect(try yaml("---\na: 1\n") == "{a: 1}")
    #expect(try yaml("%YAML 1.2\n---\na: 1\n---\n") == "{a: 1}")
    #expect(try yaml("a: 1\n---\nb: 2\n") == "{a: 1, ---: ?}")
    #expect(try yaml("\u{FEFF}a: 1\r\nb: 2\r\n") == "{a: 1, b: 2}")
    #expect(try yaml("") == "null")
  }

  @Test(arguments: ["a:\n\t- 1\n", "a: \"x\n", "a: 1\nb\n", "- a\nb: 1\n", "a: [1\n"])
  func `what is broken is refused`(text: String) {
    #expect(throws: Diagnostic.self) { try yaml(text) }
  }

  @Test func `nesting has an end`() {
    #expect(throws: Diagnostic.self) { try yaml("a: " + String(repeating: "[", count: 100)) }
    #expect(throws: Diagnostic.self) {
      try yaml((0..<100).map { String(repeating: " ", count: $0) + "a:\n" }.joined())
    }
  }
}
