import Diagnostics
import JSON
import Testing
import Text

@Suite struct ValueTextTests {
  private func rewritten(_ json: String, width: Int = 100) throws -> String {
    try Scanner.read(Source(name: "test", bytes: Bytes(json.utf8))).text(width: width).text
  }

  @Test(arguments: [
    ("null", "null"), ("[true,false]", "[true, false]"), (#"{"a":1,"b":[]}"#, #"{ "a": 1, "b": [] }"#), ("{}", "{}"),
    ("10", "10"), ("10.0", "10.0"), ("1e-5", "1e-05"), ("-0.5", "-0.5"), (#""a\n\"é""#, #""a\n\"é""#),
  ])
  func `writes a short value on one line`(json: String, expected: String) throws {
    #expect(try rewritten(json) == expected + "\n")
  }

  @Test func `breaks what is too wide, and only that`() throws {
    let json = #"{"type": "SequentialLR", "schedulers": [{"type": "StepLR", "step_size": 3}, {"gamma": 0.1}]}"#
    #expect(
      try rewritten(json, width: 50) == """
        {
          "type": "SequentialLR",
          "schedulers": [
            { "type": "StepLR", "step_size": 3 },
            { "gamma": 0.1 }
          ]
        }

        """)
  }

  @Test(arguments: [10, 40, 200])
  func `reads back to the same text`(width: Int) throws {
    let once = try rewritten(#"{"a": [1, 2.5, {"b": "c", "d": [[], {}, [3]]}], "e": null}"#, width: width)
    #expect(try rewritten(once, width: width) == once)
  }
}
