import Diagnostics
import Text

/// A command line as a text with places, so that a wrong argument is shown like a wrong line of a file.
struct CommandLine {
  /// One argument, or the part of it after `=`, and where it stands.
  struct Argument: Equatable {
    let text: String
    let range: SourceRange
  }

  let source: Source
  let arguments: [Argument]

  init(_ words: [String]) {
    var bytes = Bytes("lrplot".utf8)
    var arguments: [Argument] = []
    for word in words {
      bytes.append(UInt8(ascii: " "))
      let start = bytes.count
      bytes.append(word)
      arguments.append(Argument(text: word, range: SourceRange(start, bytes.count)))
    }
    source = Source(name: "lrplot", bytes: bytes)
    self.arguments = arguments
  }

  /// The end of the line, where something is missing.
  var end: SourceRange { SourceRange(source.bytes.count, source.bytes.count) }

  func failure(
    _ message: String, at range: SourceRange, hint: String? = nil, code: Diagnostic.Code = .usage
  ) -> Failure {
    .diagnosed(source, DiagnosticList([Diagnostic(code, message, at: range, hint: hint)]))
  }
}

extension CommandLine.Argument {
  /// A part of the text, with its place.
  func part(from start: Int, to end: Int? = nil) -> CommandLine.Argument {
    let bytes = Array(text.utf8)
    let stop = min(end ?? bytes.count, bytes.count)
    return CommandLine.Argument(text: Bytes(bytes[min(start, stop)..<stop]).text, range: range.part(start, stop))
  }
}
