import Charts
import Curves
import Diagnostics
import JSON
import Schedules
import Testing
import Text

@testable import CommandLineTool

@Suite struct PlotOptionsTests {
  private func file(_ plot: String) -> String { #"{"scheduler": {"type": "linear"}, "plot": \#(plot)}"# }

  private func read(_ plot: String) throws -> PlotOptions {
    let value = try Scanner.read(Source(name: "test", bytes: Bytes(file(plot).utf8)))
    let spec = try Spec.read(value, plot: PlotOptions.reader) { (path) throws(Diagnostic) in
      throw Diagnostic(.io, "there is no file \(path)")
    }
    return PlotOptions(of: spec)
  }

  @Test func `has defaults`() throws {
    let plot = try read("{}")
    #expect(plot.width == 720 && plot.height == nil && plot.x == nil && plot.y == .linear)
    #expect(plot.curve == .auto && plot.theme == .auto && plot.background == .auto)
  }

  @Test func `reads every key`() throws {
    let json = #"""
      {"width": 100, "height": 10000, "x": "step", "y": "log", "curve": "line", "theme": "dark", "background": "#fff"}
      """#
    let plot = try read(json)
    #expect(plot.width == 100 && plot.height == 10_000 && plot.x == .step && plot.y == .log)
    #expect(plot.curve == .line && plot.theme == .dark && plot.background == Background("#fff"))
  }

  @Test(arguments: [
    ("[]", "spec at []: “plot” is an object, not an array"),
    (#"{"widht": 1}"#, #"spec at "widht": “plot” has no key “widht”; did you mean “width”?"#),
    (#"{"width": 99}"#, "value at 99: “width” must be between 100 and 10000, not 99"),
    (#"{"height": 10001}"#, "value at 10001: “height” must be between 100 and 10000, not 10001"),
    (#"{"width": 720.5}"#, "value at 720.5: “width” must be an integer, not 720.5"),
    (
      #"{"x": "epochs"}"#,
      #"value at "epochs": “x” must be “epoch”, “step”, “sample”, “token” or “percent”, not “epochs”; did you mean “epoch”?"#
    ),
    (#"{"y": true}"#, "value at true: “y” must be “linear” or “log”, not a boolean"),
    (#"{"curve": "steps"}"#, #"value at "steps": “curve” must be "#),
    (#"{"theme": "black"}"#, #"value at "black": “theme” must be "#),
    (#"{"background": 5}"#, "value at 5: “background” must be a string, not 5"),
    (
      #"{"background": "url(#x)"}"#,
      #"value at "url(#x)": “background” must be “auto”, “none” or a colour such as “#fff”"#
    ),
  ])
  func `refuses`(plot: String, expected: String) {
    let text = file(plot)
    do {
      _ = try read(plot)
      Issue.record("reads \(plot)")
    } catch let list as DiagnosticList {
      let found = list.all.map { problem in
        let place = problem.range.map { Bytes(Bytes(text.utf8)[$0.lower..<$0.upper]).text } ?? ""
        return "\(problem.code.rawValue) at \(place): \(problem.message)" + (problem.hint.map { "; \($0)" } ?? "")
      }
      #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
    } catch {
      Issue.record(error)
    }
  }

  @Test func `has a schema for every key`() {
    let properties = Schema.plot.members.first { $0.key == "properties" }?.value.members
    #expect(properties?.map(\.key) == PlotOptions.keys + ["$schema", "$comment", "$lint"])
  }
}
