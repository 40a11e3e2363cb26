import Charts
import Foundation
import Testing
import Text

@Suite(.enabled(if: ProcessInfo.processInfo.environment["LRPLOT_PICTURES"] != nil))
struct PictureWriter {
  @Test
  func `written to the folder that LRPLOT_PICTURES names`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["LRPLOT_PICTURES"])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, chart) in Pictures.all {
      let url = URL(fileURLWithPath: folder).appendingPathComponent("\(name).svg")
      try Data(chart.draw()).write(to: url)
    }
  }
}
