import Charts
import Diagnostics
import Schedules
import Text

/// A kind's example as a small picture in text.
enum KindPicture {
  /// As wide as a page of text, and low enough to leave room for what is said about it.
  private static let (columns, lines) = (80, 18)

  /// The curve of the example, as a file of its own would give it; `nil` if there is none.
  static func text(of kind: Kind, on terminal: Terminal) -> String? {
    let source = Source(name: kind.fullName, bytes: Bytes(KindExample(kind).file.utf8))
    let spec = try? Spec.read(source) { (name) throws(Diagnostic) in throw SpecFile.forbidden(name) }
    guard let spec, let curve = try? Results.curve(of: spec, source) else { return nil }
    var terminal = terminal
    terminal.columns = min(terminal.columns, columns)
    terminal.lines = lines
    return Picture(curve: curve, title: nil, options: PlotOptions(of: spec)).text(on: terminal).text
  }
}
