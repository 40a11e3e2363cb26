import Diagnostics
import JSON
import Testing

/// What RFC 8259 does not call JSON: each is `error[json]`, inside the text.
@Suite struct RejectedTests {
  private func refuse(_ bytes: [UInt8]) {
    let error = #expect(throws: Diagnostic.self, "\(String(decoding: bytes, as: UTF8.self))") { try read(bytes) }
    guard let error, let range = error.range else { return }
    #expect(error.code == .json)
    #expect(range.lower >= 0 && range.upper <= bytes.count && !error.message.isEmpty)
  }

  @Test(arguments: [
    "", " ", "\n\t\r ", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1;2]", "[1]]",
    "[1]x",
    "[1],", "[[1]", "[\"a\"", "[\"a\",", "[\"a\" \"b\"]", "[1:2]", "[}", "{]", "[{]", "[{}", "[1}", "{\"a\"}",
    "{\"a\":}",
    "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\" 1}",
    "{\"a\"=1}", "{\"a\",1}", "{\"a\"::1}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\":1}}", "{\"a\":1}{",
    "{:1}",
    "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", "{{}:1}", "{\"a\":1]", "{\"a\":[}", "{\"a\":\"b\"]",
    "{\"a\":1 2}",
    "{} {}", "[] []", "1 2", "null null", "\"a\" \"b\"", "\"a\"b", "{\"a\":true,false}", "[][]", "{}#", "[]/", ",", ":",
    "1,2",
    "{\"a\":\"b\",\"c\"}", "[\"\":1]", "((1))", "<null>", "[<null>]", "{\"a\": .}", "*", "{*}",
  ])
  func `structure`(text: String) { refuse(Array(text.utf8)) }

  @Test(arguments: [
    "-", "+", "+1", "++1", "--1", "01", "-01", "00", "012", ".5", "-.5", "5.", "-5.", "1.e1", "1.E-1", "0.e1", "0e",
    "0e+", "0E-",
    "1e", "1E+", "1eE2", "1e1e1", "1.2.3", "1e1.5", "1+2", "1-2", "- 1", "-a", "1a", "0x", "0x10", "0X1", "0b1", "0o7",
    "1_000",
    "NaN", "-NaN", "nan", "Infinity", "-Infinity", "+Infinity", "inf", "-inf", "1/2", "1 000.0", "1,5", "１", "１２", "1f",
    "1d",
    "1L", "0.1e", ".", "-.", "e5", "1e+-1", "$1", "1%", "2.e+3", "-foo", "0.3e+", "1ea", "#1",
  ])
  func `numbers`(text: String) {
    for document in [text, "[\(text)]", "{\"a\":\(text)}"] where document != "[1,5]" { refuse(Array(document.utf8)) }
  }

  @Test(arguments: [
    "nul", "nulll", "Null", "NULL", "nil", "None", "n", "tru", "truee", "True", "TRUE", "t", "fals", "falsey", "False",
    "f", "undefined",
    "yes", "no", "on", "a", "null1", "true_", "true1", "nullnull", "tr ue", "n\0ull", "nüll", "trué", "null\u{A0}",
    "\u{2060}null",
    "\u{A0}null", "\u{3000}null", "\u{2028}null", "\u{85}null", "\u{C}null", "null\u{C}", "null\u{B}", "\u{B}null",
    "\0", "null\0",
    "\0null", "\u{1}null", "\u{7F}null", "\u{FEFF}", "\u{FEFF}\u{FEFF}null", "null\u{FEFF}", "\u{200B}null",
    "\u{1F}null", "é", "→", "😀",
  ])
  func `words and spaces`(text: String) {
    for document in [text, "[\(text)]", "{\"a\":\(text)}"] { refuse(Array(document.utf8)) }
  }

  @Test(arguments: [
    "\"", "\"a", "\"\\\"", "\"\\", "\"a\\", "'a'", "'", "`a`", "“a”", "\"\\a\"", "\"\\x41\"", "\"\\'\"", "\"\\0\"",
    "\"\\ \"",
    "\"\\U0041\"", "\"\\N\"", "\"\\v\"", "\"\\e\"", "\"\\é\"", "\"\\😀\"", "\"\\\n\"", "\"\\\0\"", "\"\\u\"", "\"\\u0\"",
    "\"\\u00\"", "\"\\u004\"", "\"\\u004", "\"\\u00g0\"", "\"\\u{41}\"", "\"\\u+041\"", "\"\\u 041\"", "\"\\u0x41\"",
    "\"\\u-041\"",
    "\"\\u00é0\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uDFFF\"", "\"\\uD800x\"", "\"\\uD800\\n\"", "\"\\uD800\\uD800\"",
    "\"\\uD800\\u0041\"", "\"\\uDC00\\uD800\"", "\"\\uD800\\u\"", "\"\\uD800\\uDC\"", "\"\\uD800\\",
    "\"\\uD83D\\uDE0\"",
    "\"\\uDBFF\\uE000\"", "\"\n\"", "\"a\nb\"", "\"\t\"", "\"\0\"", "\"\u{1F}\"", "\"\r\"", "\"\u{8}\"", "\"a\u{1}\"",
    "\"a\"\"b\"",
    "\\u0041", "\\n", "\"\"x", "\"\"\"", "a\"", "@\"a\"", "b\"a\"",
  ])
  func `strings`(text: String) {
    for document in [text, "[\(text)]", "{\"a\":\(text)}", "{\(text):1}"] { refuse(Array(document.utf8)) }
  }

  @Test(arguments: [
    "// a\n1", "1 // a", "/* a */ 1", "1 /* a */", "[1, /* a */ 2]", "{\"a\": 1 // b\n}", "# a\n1", "1 # a", "[1 #a\n]",
    "/", "1/",
    "-- a\n1", "<!-- --> 1", "{/**/}", "{\"a\"/*b*/:1}", "; 1", "{} // ", "//",
  ])
  func `comments`(text: String) { refuse(Array(text.utf8)) }

  @Test(
    arguments: [
      [0xFF], [0xFE, 0xFF], [0xFF, 0xFE, 0x31, 0x00], [0x00, 0x31], [0x31, 0x00], [0xEF, 0xBB, 0xBF],
      [0xEF, 0xBB], [0xEF], [0xC3], [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xE2, 0x28, 0xA1],
      [0xC3, 0x28], [0xA0, 0xA1], [0xE2, 0x82, 0x28], [0xF0, 0x28, 0x8C, 0xBC], [0xF0, 0x9F, 0x98, 0x31], [0xE9],
    ] as [[UInt8]])
  func `bytes that are no UTF-8`(bytes: [UInt8]) {
    refuse(bytes)
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    refuse([0x22] + bytes + [0x22])
    refuse([0x22, 0xC3, 0xA9] + bytes)
    refuse(Array("[1, \"".utf8) + bytes + Array("\"]".utf8))
    refuse(Array("{\"".utf8) + bytes + Array("\":1}".utf8))
    refuse(Array("[]".utf8) + bytes)
  }

  @Test func `the place of a wrong byte is that byte`() throws {
    for count in [0, 1, 7, 8, 15, 100] {
      let lead = Array("[\"".utf8) + Array(repeating: 0x61, count: count)
      for valid in ["", "é", "→", "😀"] {
        let bytes = lead + Array(valid.utf8) + [0xFF] + Array("\"]".utf8)
        let error = try #require(throws: Diagnostic.self) { try read(bytes) }
        #expect(error.range?.lower == lead.count + valid.utf8.count)
      }
    }
  }
}
