import Diagnostics
import Text

/// `lrplot completions SHELL`: the script that teaches a shell to complete lrplot.
enum CompletionsCommand {
  /// The shells and how their scripts are made.
  static var shells: [(name: String, script: () -> String)] {
    [
      ("bash", { BashCompletion.script }), ("zsh", { ZshCompletion.script }), ("fish", { FishCompletion.script }),
    ]
  }

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    let names = shells.map(\.name)
    guard let word = line.operands.first else {
      throw Failure.usage(
        "completions needs a shell: \(names.joined(separator: ", "))",
        hint: "for example, source <(lrplot completions bash)")
    }
    try Command.refuse(line.operands.dropFirst().first, of: line.line)
    guard let shell = shells.first(where: { $0.name == word.text }) else {
      throw line.line.failure(
        "no completion for “\(word.text)”", at: word.range,
        hint: Diagnostic.suggestion(Nearest.match(for: word.text, among: names)) ?? names.joined(separator: ", "))
    }
    try world.print(shell.script())
    return .done
  }
}
