import Diagnostics
import Schedules
import Testing
import Text

@testable import Curves

/// A curve with a metric and quantities of its own.
@Suite struct OwnMetricTests {
  private static let plateau = #"{"type": "ReduceLROnPlateau", "patience": 0, "factor": 0.5}"#

  @Test func `is what the curve's schedulers watch`() throws {
    let curve = try curve(
      #"""
      {"epochs": 4, "metric": 1, "curves": [
        {"name": "a", "scheduler": \#(Self.plateau)},
        {"name": "b", "scheduler": \#(Self.plateau), "metric": {"values": [4, 3, 2, 1]}}]}
      """#)
    #expect(
      curve.csv.whole.text == """
        step,epoch,a:lr,a:metric,b:lr,b:metric
        0,0,0.1,1.0,0.1,4.0
        1,1,0.1,1.0,0.1,3.0
        2,2,0.05,1.0,0.1,2.0
        3,3,0.025,1.0,0.1,1.0

        """)
  }

  @Test func `closes the loop of one curve only`() throws {
    let curve = try curve(
      #"""
      {"epochs": 3, "objective": {"type": "quadratic", "a": 1, "start": [1]}, "optimizer": {"type": "SGD", "lr": 0.5},
       "curves": [{"name": "a"}, {"name": "b", "scheduler": \#(Self.plateau), "metric": "loss"}]}
      """#)
    #expect(curve.columns.map(\.heading) == ["a:lr", "a:loss", "b:lr", "b:loss", "b:metric"])
    #expect(curve.columns[4].values == [0, 0, 0] && curve.columns[2].values == [0.5, 0.5, 0.25])
  }

  @Test func `replaces the file's, as quantities do`() throws {
    let step = #"{"type": "StepLR", "step_size": 1}"#
    let curve = try curve(
      #"""
      {"epochs": 1, "quantities": {"m": {"initial": 1, "scheduler": \#(step)}}, "curves": [
        {"name": "a", "scheduler": \#(step)},
        {"name": "b", "scheduler": \#(step), "quantities": {"n": {"initial": 2, "scheduler": \#(step)}}},
        {"name": "c", "scheduler": \#(step), "quantities": {}}]}
      """#)
    #expect(curve.columns.map(\.heading) == ["a:lr", "a:m", "b:lr", "b:n", "c:lr"])
  }

  @Test(arguments: [
    (
      #"{"curves": [{"name": "a", "scheduler": \#(plateau)}, {"name": "b", "scheduler": \#(plateau), "metric": 1}]}"#,
      "watches a metric, and there is none"
    ),
    (
      #"{"epochs": 9, "curves": [{"name": "b", "scheduler": \#(plateau), "metric": {"values": [1, 2]}}]}"#,
      "the metric has 2 values, and 9 epochs need 8 or more"
    ),
    (#"{"curves": [{"name": "b", "scheduler": \#(plateau), "metric": "loss"}]}"#, "there is no objective that has one"),
  ])
  func `is needed where something watches`(json: String, expected: String) {
    #expect(refusal(json).contains(expected), "\(refusal(json))")
  }
}
