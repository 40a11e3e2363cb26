import Diagnostics
import JSON
import Testing
import Text

@testable import Curves

@Suite struct CurveJSONTests {
  @Test func `is one object of arrays, in the order of the columns`() throws {
    let curve = try curve(
      #"{"epochs": 2, "scheduler": {"type": "ExponentialLR", "gamma": 0.5}, "metric": {"values": [1e-7]}}"#)
    let expected = """
      {
        "step": [0, 1],
        "epoch": [0, 1],
        "lr": [0.1, 0.05],
        "metric": [1e-07, null]
      }

      """
    #expect(curve.json.whole.text == expected)
  }

  @Test func `is JSON whatever the groups are called`() throws {
    let groups = #"[{"name": "say \"a\\b\"\n"}, {"name": "\u0001, ü"}]"#
    let curve = try curve(
      #"{"epochs": 1, "optimizer": {"param_groups": \#(groups)}, "scheduler": {"type": "StepLR", "step_size": 1}}"#)
    let value = try Scanner.read(Source(name: "curve", bytes: curve.json.whole))
    guard case .object(let members) = value.content else {
      Issue.record("a curve is an object")
      return
    }
    #expect(members.map(\.key) == ["step", "epoch", "lr.say \"a\\b\"\n", "lr.\u{1}, ü"])
  }

  @Test func `comes in pieces`() throws {
    let curve = try curve(#"{"epochs": 20000, "scheduler": {"type": "ExponentialLR", "gamma": 0.999}}"#)
    let pieces = Array(curve.json)
    #expect(pieces.count > 5)
    #expect(pieces.allSatisfy { !$0.isEmpty && $0.count < Pieces.length + 80 })
    let counts = (0..<20000).map(String.init).joined(separator: ", ")
    let rates = curve.columns[0].values.map(\.description).joined(separator: ", ")
    #expect(
      curve.json.whole.text
        == "{\n  \"step\": [\(counts)],\n  \"epoch\": [\(counts)],\n  \"lr\": [\(rates)]\n}\n")
  }
}
