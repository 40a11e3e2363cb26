import Diagnostics
import JSON
import Schedules
import Text

/// What a command line changes in the schedule files that it reads: `--set scheduler.T_max=100`.
struct Overrides: Sendable {
  private let source: Source
  private var all: [Override] = []
  /// Whether it is said which of several files a change went wrong in.
  var namesFiles = false

  /// Nothing is changed.
  static let none = Overrides(of: Source(name: "", bytes: []))

  private init(of source: Source) { self.source = source }

  /// The overrides of a line, in their order.
  init(_ line: ParsedLine) throws(Failure) {
    self.init(of: line.line.source)
    for (path, value) in line.assignments {
      do throws(Diagnostic) {
        let steps = try Overrides.steps(of: path)
        let isText = steps.last.map { Overrides.texts.contains(where: $0.name.isFolded) } ?? false
        all.append(try Override(steps, to: isText ? value.text(of: source) : value.json(of: source)).checked())
      } catch {
        throw .diagnosed(source, DiagnosticList([error]))
      }
    }
  }

  /// Keys whose values are texts whatever they look like: “7B” is a title, and no number.
  private static let texts = ["title", "description", "source", "name", "caption", "text", "column", "csv"]

  /// Whether a change may name a file.
  var mayNameFiles: Bool { SpecFile.mayNameFiles(source.bytes) }

  /// A file's source with the command line after it, where the changed values stand.
  func source(behind file: Source) -> Source {
    if source.bytes.isEmpty { return file }
    let name = namesFiles ? "\(source.name) on \(file.name)" : source.name
    return file.followed(by: Source(name: name, bytes: source.bytes))
  }

  /// A file's document with the changes.
  func apply(to document: Value, of file: Source) throws(Diagnostic) -> Value {
    try apply(to: document, movedBy: file.end)
  }

  /// A document of the same command line with the changes.
  func apply(to document: Value, movedBy distance: Int = 0) throws(Diagnostic) -> Value {
    var document = document
    for change in all { document = try change.moved(by: distance).apply(to: document) }
    return document
  }

  private static func steps(of path: CommandLine.Argument) throws(Diagnostic) -> [Override.Step] {
    let steps = path.pieces(at: UInt8(ascii: ".")).map { Override.Step($0.text, at: $0.range) }
    if steps.isEmpty || steps.contains(where: \.name.isEmpty) {
      throw Diagnostic(
        .usage, "“\(path.text)” is not a path to a value", at: path.range, hint: "for example, scheduler.T_max")
    }
    return steps
  }
}

extension Override {
  /// Throws when the value would make the document deeper than a file may be.
  fileprivate func checked() throws(Diagnostic) -> Override {
    guard path.count + value.depth <= Scanner.maximumDepth else {
      throw Diagnostic(.json, "the value is nested too deep for its place", at: value.range)
    }
    return self
  }
}

extension CommandLine.Argument {
  /// JSON where it begins as JSON, a number, `true`, `false` or `null` where it is one, else a string.
  func json(of source: Source) throws(Diagnostic) -> Value {
    if let first = text.utf8.first, "{[\"".utf8.contains(first) { return try Scanner.read(source, in: range) }
    return text == "null" ? Value(.null, at: range) : scalar
  }

  /// A string, which may stand in JSON's quotes.
  fileprivate func text(of source: Source) throws(Diagnostic) -> Value {
    text.begins(with: "\"") ? try Scanner.read(source, in: range) : text == "null" ? Value(.null, at: range) : string
  }
}
