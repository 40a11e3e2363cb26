import Diagnostics
import JSON
import Schedules

/// What a command line says about the picture: the `plot` of its own document, or laid over that of a file.
struct PlotFlags {
  let line: ParsedLine
  /// Where the object stands that holds them.
  let range: SourceRange

  /// The members of a `plot` object.
  var members: [Member] {
    var members: [Member] = []
    for name in ["width", "height"] {
      guard let side = line.value(of: name) else { continue }
      members.append(Member(key: name, at: side.range, value: side.number()))
    }
    for name in ["x", "y", "curve", "theme", "background"] {
      guard let word = line.value(of: name) else { continue }
      members.append(Member(key: name, at: word.range, value: word.string))
    }
    return members
  }

  /// A function that lays the options over those of a file.
  ///
  /// They are read once, as the `plot` of a document that is otherwise in order.
  func overlay() throws(Failure) -> @Sendable (inout PlotOptions) -> Void {
    let members = members
    guard !members.isEmpty else { return { _ in } }
    let type = Member(key: "type", at: range, value: Value(.string("ConstantLR"), at: range))
    let document = [
      Member(key: "scheduler", at: range, value: Value(.object([type]), at: range)),
      Member(key: "plot", at: range, value: Value(.object(members), at: range)),
    ]
    let options: PlotOptions
    do throws(DiagnosticList) {
      options = try Spec.read(
        Value(.object(document), at: range), readingFiles: { (_) throws(Diagnostic) in [] }
      ).plot
    } catch {
      throw .diagnosed(line.line.source, error)
    }
    let names = members.map(\.key)
    return { plot in
      if names.contains("width") { plot.width = options.width }
      if names.contains("height") { plot.height = options.height }
      if names.contains("x") { plot.x = options.x }
      if names.contains("y") { plot.y = options.y }
      if names.contains("curve") { plot.curve = options.curve }
      if names.contains("theme") { plot.theme = options.theme }
      if names.contains("background") { plot.background = options.background }
    }
  }
}
