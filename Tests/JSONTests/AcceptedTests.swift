import Diagnostics
import JSON
import Testing

/// What RFC 8259 calls JSON, and what it says.
@Suite struct AcceptedTests {
  @Test(arguments: [
    ("null", "null"), ("true", "true"), ("false", "false"), ("0", "0"), ("\"\"", "\"\""), ("[]", "[]"), ("{}", "{}"),
    (" \t\r\n null \t\r\n ", "null"), ("[\n]", "[]"), ("{ }", "{}"), ("[[]]", "[[]]"), ("[{}]", "[{}]"),
    ("{\"\":{}}", "{\"\":{}}"), ("[1,2 , 3]", "[1,2,3]"), ("{\"a\" : 1 ,\"b\":[ ]}", "{\"a\":1,\"b\":[]}"),
    ("[null,true,false]", "[null,true,false]"), ("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2}"),
    ("{\"b\":1,\"a\":{\"c\":[{}]}}", "{\"b\":1,\"a\":{\"c\":[{}]}}"), ("[\n1\n,\r2\t]", "[1,2]"), ("\r\n{}", "{}"),
    ("[\"a\"]\n", "[\"a\"]"), ("[[],[[]],{}]", "[[],[[]],{}]"), ("{\"a\":null}", "{\"a\":null}"), ("\u{FEFF}{}", "{}"),
  ])
  func `structure`(text: String, expected: String) throws {
    #expect(try read(text).dump == expected)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "-0"), ("-1", "-1"), ("1234567890", "1234567890"), ("0.5", "0.5"), ("-0.5", "-0.5"),
    ("1e2", "100.0"),
    ("1E2", "100.0"), ("1e+2", "100.0"), ("1e-2", "0.01"), ("1.5e3", "1500.0"), ("0e0", "0.0"), ("0E+0", "0.0"),
    ("0.0000000001", "1e-10"), ("-1.5E-07", "-1.5e-07"), ("123.456e78", "1.23456e+80"), ("1e-400", "0.0"),
    ("1e400", "inf"),
    ("0.10", "0.1"), ("9007199254740993", "9007199254740992"), ("1e00", "1.0"), ("-0.0e-0", "-0.0"),
  ])
  func `numbers`(text: String, expected: String) throws {
    #expect(try read(text).dump == expected)
    #expect(try read("[\(text)]").dump == "[\(expected)]")
    #expect(try read("{\"a\":\(text) }").dump == "{\"a\":\(expected)}")
  }

  @Test(arguments: [
    (#""a b""#, "a b"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u00E9\u2192""#, "Aéé→"),
    (#""\u0000""#, "\0"), (#""\u001f\u007f""#, "\u{1F}\u{7F}"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"),
    (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\uD800\uDC00""#, "\u{10000}"), (#""\uFFFE\uFFFF""#, "\u{FFFE}\u{FFFF}"),
    (#""\\u0041""#, "\\u0041"), (#""\\\"""#, "\\\""), (#""a/b""#, "a/b"), (#""é→😀""#, "é→😀"), ("\"\u{7F}\"", "\u{7F}"),
    ("\"\u{2028}\u{2029}\u{2060}\u{FEFF}\"", "\u{2028}\u{2029}\u{2060}\u{FEFF}"),
    (#""// no comment""#, "// no comment"),
    (#""[{,:}]""#, "[{,:}]"), ("\"\u{10FFFF}\u{80}\u{7FF}\u{800}\"", "\u{10FFFF}\u{80}\u{7FF}\u{800}"),
    (#""\u0022""#, "\""),
    (#""\u005C\u005c""#, "\\\\"), (#""\u200B""#, "\u{200B}"), (#""'""#, "'"), (#""\uD7FF\uE000""#, "\u{D7FF}\u{E000}"),
  ])
  func `strings`(text: String, expected: String) throws {
    for (document, wrap) in [(text, false), ("[\(text)]", true)] {
      let value = try read(document)
      let found = if wrap, case .array(let elements) = value.content { elements.first } else { Optional(value) }
      guard case .string(let string) = found?.content else {
        Issue.record("\(document) is no string")
        continue
      }
      #expect(Array(string.unicodeScalars) == Array(expected.unicodeScalars))
    }
    #expect(try read("{\(text):1}").dump == "{\(expected.debugDescription):1}")
  }

  @Test func `a part of a source is read alone`() throws {
    let source = Source(name: "arguments", bytes: Array("--x [1, 2] \"".utf8))
    let value = try Scanner.read(source, in: SourceRange(4, 10))
    #expect(value.dump == "[1,2]")
    #expect(value.range == SourceRange(4, 10))
    #expect(throws: Diagnostic.self) { try Scanner.read(source, in: SourceRange(4, 9)) }
    #expect(throws: Diagnostic.self) { try Scanner.read(source, in: SourceRange(40, 90)) }
    #expect(throws: Diagnostic.self) { try Scanner.read(source, in: SourceRange(4, 4)) }
  }
}
