import JSON
import Text

/// The schedule file that `--print-spec` makes: printed, or written where `--output` says.
struct PrintedSpec {
  static let formats = OutputFormats([.json], standard: .json, writer: "--print-spec")

  private let results: Results
  /// What the file is called below an output folder.
  private let relative: String

  /// Decides where the file goes.
  init(_ line: ParsedLine, relative: String, in world: World) throws(Failure) {
    results = try Results(line, writing: PrintedSpec.formats, in: world)
    self.relative = relative
  }

  /// The files that are written.
  var paths: [String] { results.paths(below: relative) }

  /// Refuses to replace the file that it is made from.
  func check(_ input: Input) throws(Failure) {
    var input = input
    input.relative = relative
    try Targets(results.destination, in: results.world).check([input])
  }

  func write(_ document: Value) throws(Failure) {
    try results.finish(results.write(relative: relative) { _, _ in Pieces(document.text(isOpen: true)) })
  }
}
