import Charts
import Foundation
import Testing
import Text

@Suite("Pictures to look at", .enabled(if: ProcessInfo.processInfo.environment["LRPLOT_PICTURES"] != nil))
struct PictureWriter {
  @Test("written to the folder that LRPLOT_PICTURES names")
  func write() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["LRPLOT_PICTURES"])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, chart) in Pictures.all {
      let url = URL(fileURLWithPath: folder).appendingPathComponent("\(name).svg")
      try Data(chart.draw()).write(to: url)
    }
  }
}
