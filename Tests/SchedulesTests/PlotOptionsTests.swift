import Testing

@testable import Schedules

@Suite struct PlotOptionsTests {
  private func file(_ plot: String) -> String { #"{"scheduler": {"type": "linear"}, "plot": \#(plot)}"# }

  @Test func `has defaults`() throws {
    let plot = try spec(file("{}")).plot
    #expect(plot.width == 720 && plot.height == nil && plot.x == nil && plot.y == .linear)
    #expect(plot.curve == .auto && plot.theme == .auto && plot.background == "auto")
  }

  @Test func `reads every key`() throws {
    let json = #"""
      {"width": 100, "height": 10000, "x": "step", "y": "log", "curve": "line", "theme": "dark", "background": "#fff"}
      """#
    let plot = try spec(file(json)).plot
    #expect(plot.width == 100 && plot.height == 10_000 && plot.x == .step && plot.y == .log)
    #expect(plot.curve == .line && plot.theme == .dark && plot.background == "#fff")
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
    let found = complaints(aboutFile: file(plot))
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }

  @Test(arguments: [
    ("auto", true), ("none", true), ("rebeccapurple", true), ("#fff", true), ("#FFFF", true), ("#00ff7F", true),
    ("#00ff7f80", true), ("", false), ("#", false), ("#ff", false), ("#fffff", false), ("#ggg", false),
    ("red;fill:blue", false), ("a\"b", false), ("@", false), ("white ", false), ("weiß", false),
    ("abcdefghijklmnopqrstuvwxyzabcdefg", false),
  ])
  func `lets only colours into a picture`(text: String, isFine: Bool) {
    #expect(PlotOptions.isBackground(text) == isFine)
  }
}
