import Charts
import Foundation
import Testing
import Text

/// Pictures that are kept byte for byte, so that a change of how they look is seen in a review.
@Suite struct Goldens {
  /// The hard cases among the pictures; the simple ones are shown well enough by those.
  static let names = [
    "cosine50", "step", "warmup", "tiny", "tiny-log", "log", "onecycle", "plateau", "restarts", "default-adam", "six",
    "twelve", "forty", "small", "small-six", "long-title", "compare", "notes", "notes-small", "notes-crowded", "events",
    "phases-and-events", "many-cycles", "twin", "twin-steps", "twin-few", "twin-tiny", "difference", "no-difference",
    "drifted", "reference", "three-the-same", "long-names", "three-panels-small", "hostile-text", "negative",
    "zero-lin-line",
    "close-log-step", "gaps-lin-step",
  ]

  static var charts: [(name: String, chart: Chart)] { Pictures.all.filter { names.contains($0.name) } }

  /// The pictures that are kept as text too, and what they are shown on.
  static let previews: [(name: String, file: String, terminal: Terminal)] =
    ["cosine50", "plateau", "onecycle", "six", "forty", "compare", "restarts", "twin", "tiny-log", "difference"].map {
      ($0, "\($0).txt", .file)
    } + [
      ("six", "six-ascii.txt", Terminal(columns: 60, lines: 24, isUnicode: false)),
      ("hostile-text", "hostile-text.txt", Terminal(columns: 80, isColored: true)),
      ("onecycle", "onecycle-narrow.txt", Terminal(columns: 24, lines: 20)),
      ("twin-tiny", "twin-tiny.txt", Terminal(columns: 30)),
    ]

  /// What is kept: the name of a file and what is drawn now.
  static func drawn() -> [(file: String, bytes: [UInt8])] {
    charts.map { ("\($0.name).svg", $0.chart.draw()) }
      + previews.compactMap { preview in
        let chart = Pictures.all.first { $0.name == preview.name }?.chart
        return chart.map { (preview.file, $0.preview(on: preview.terminal)) }
      }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

  private static func isSet(_ name: String) -> Bool {
    !["", "0", "false"].contains(ProcessInfo.processInfo.environment[name] ?? "")
  }

  @Test
  func `each golden is of a picture that there is`() throws {
    #expect(Self.charts.map(\.name).sorted() == Self.names.sorted())
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { !$0.hasSuffix(".new") }
    #expect(kept.sorted() == Self.drawn().map(\.file).sorted())
  }

  // The C libraries of other systems may round a logarithm the other way.
  #if os(Linux)
    @Test
    func `byte for byte as they were; LRPLOT_RECORD=1 makes what is drawn now the golden, but never in CI`() throws {
      let records = Self.isSet("LRPLOT_RECORD") && !Self.isSet("CI")
      if records { try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true) }
      for (name, bytes) in Self.drawn() {
        let golden = Self.folder.appendingPathComponent(name)
        let new = golden.appendingPathExtension("new")
        let drawn = Data(bytes)
        let isSame = (try? Data(contentsOf: golden)) == drawn
        if isSame || records {
          if !isSame { try drawn.write(to: golden) }
          try? FileManager.default.removeItem(at: new)
          continue
        }
        try? drawn.write(to: new)
        Issue.record("\(name) is drawn differently: compare \(golden.path) with \(new.lastPathComponent) beside it")
      }
    }
  #endif
}
