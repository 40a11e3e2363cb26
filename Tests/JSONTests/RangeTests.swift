import Diagnostics
import JSON
import Testing

/// Everything knows where it stands.
@Suite struct RangeTests {
  private let text = """
    { "é": [1, -2.5e3 , "a\\n\\ud83d\\ude00"],
      "b" : { "c":null, "d" :[ ], "e":{ } } ,"f":true}
    """

  private func slice(_ range: SourceRange) -> String {
    String(decoding: Array(text.utf8)[range.lower..<range.upper], as: UTF8.self)
  }

  /// The text of every value, and of every key before its value, from the outside in.
  private func slices(_ value: Value) -> [String] {
    let inner: [String] =
      switch value.content {
      case .array(let elements): elements.flatMap(slices)
      case .object(let members): members.flatMap { [slice($0.keyRange) + ":"] + slices($0.value) }
      default: []
      }
    return [slice(value.range)] + inner
  }

  @Test func `ranges hold values and keys, quotes included and spaces not`() throws {
    #expect(
      slices(try read(text)) == [
        text, "\"é\":", "[1, -2.5e3 , \"a\\n\\ud83d\\ude00\"]", "1", "-2.5e3", "\"a\\n\\ud83d\\ude00\"", "\"b\":",
        "{ \"c\":null, \"d\" :[ ], \"e\":{ } }", "\"c\":", "null", "\"d\":", "[ ]", "\"e\":", "{ }", "\"f\":", "true",
      ])
  }

  @Test func `space around a value is not its own`() throws {
    #expect(try read(" \n 12 \t").range == SourceRange(3, 5))
  }

  @Test func `sorts are named for messages`() throws {
    let names = ["null", "a boolean", "a number", "a string", "an array", "an object"]
    for (text, name) in zip(["null", "true", "1", "\"\"", "[]", "{}"], names) {
      #expect(try read(text).typeName == name)
    }
  }

  @Test(
    arguments: [
      ("{}", []), ("[1, 1]", []), ("{\"a\":1,\"b\":2}", []), ("{\"a\":1,\"a\":2}", ["a@7"]),
      ("{\"a\":1,\"a\":2,\"a\":3}", ["a@7", "a@13"]),
      ("[{\"a\":{\"b\":1,\"b\":1}},{\"c\":1,\"c\":1}]", ["b@13", "c@28"]),
      ("{\"a\":{\"a\":1}}", []), ("{\"a\":1,\"\\u0061\":2}", ["a@7"]), ("{\"a\":1,\"A\":2}", []),
      ("{\"\":1,\"\":2}", ["@6"]),
    ] as [(String, [String])])
  func `duplicate keys are found, each where it stands again`(text: String, expected: [String]) throws {
    #expect(try read(text).duplicateKeys.map { "\($0.key)@\($0.keyRange.lower)" } == expected)
  }

  @Test(arguments: [
    ("[1,]", 3, 4, "JSON allows no comma before “]”"), ("{\"a\":1,}", 7, 8, "JSON allows no comma before “}”"),
    ("{a:1}", 1, 2, "keys are in double quotes"), ("['a']", 1, 2, "strings are in double quotes"),
    ("// x", 0, 1, "JSON has no comments; use a “$comment” key"), ("[True]", 1, 2, "write true or false"),
    ("[NaN]", 1, 2, "write null; JSON has no NaN or None"), ("[+1]", 1, 2, "write 1"),
    ("[trve]", 1, 5, "did you mean true?"), ("[01, 2]", 1, 3, "write 1"),
    ("[\"\\x\"]", 2, 4, "a backslash is written \\\\"),
    ("[\"a\nb\"]", 3, 4, "close the string on its line, or write \\n"), ("[\"\t\"]", 2, 3, "write it as \\u00XX"),
  ])
  func `a refusal points at the place and helps`(text: String, lower: Int, upper: Int, hint: String) throws {
    let error = try #require(throws: Diagnostic.self) { try read(text) }
    #expect(error.range == SourceRange(lower, upper))
    #expect(error.hint == hint)
  }

  @Test(arguments: [
    ("", "the file is empty", 0, 0), ("[1", "expected “,” or “]”, found the end of the text", 2, 2),
    ("[1\n2]", "expected “,” or “]”, found “2”", 3, 4),
    ("{\"a\"\n1}", "expected “:” after the key “a”, found “1”", 5, 6),
    ("[é]", "expected a JSON value, found “é”", 1, 3), ("1 x", "“x” after the end of the JSON value", 2, 3),
    ("\"abc", "the string is not closed", 0, 1), ("\"\\uD800\"", "half of a surrogate pair", 1, 7),
    ("\"\\u00zz\"", "\\u needs four hexadecimal digits", 1, 5), ("[-]", "“-” is not a JSON number", 1, 2),
  ])
  func `a refusal says what it found`(text: String, message: String, lower: Int, upper: Int) throws {
    let error = try #require(throws: Diagnostic.self) { try read(text) }
    #expect(error.message == message)
    #expect(error.range == SourceRange(lower, upper))
  }
}
