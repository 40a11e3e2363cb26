import Diagnostics
import Text

/// How what is found in files is reported.
enum ReportForm: String, CaseIterable, Sendable {
  case text, github, junit, json

  /// What is kept from being a command; annotations are commands.
  var medium: WorkflowCommand.Medium? {
    switch self {
    case .text: .words
    case .github: nil
    case .junit: .xml
    case .json: .json
    }
  }

  /// A text in this form as standard output may have it.
  func disarmed(_ text: Bytes, in world: World) -> Pieces {
    if let medium { return world.disarmed(Pieces(text), as: medium) }
    return world.outputIsTerminal ? Pieces(text).visible : Pieces(text)
  }

  /// As `--format` says; as GitHub wants it where its runner is at work; else as text.
  init(_ line: ParsedLine, in world: World) throws(Failure) {
    guard let argument = line.value(of: .format) else {
      self = world.environment("GITHUB_ACTIONS") == "true" ? .github : .text
      return
    }
    guard let form = ReportForm(rawValue: argument.text.lowercasedASCII) else {
      let names = ReportForm.allCases.map(\.rawValue)
      throw line.line.failure(
        "unknown format “\(argument.text)”", at: argument.range,
        hint: Diagnostic.suggestion(Nearest.match(for: argument.text, among: names)) ?? "text, github, junit or json")
    }
    self = form
  }
}
