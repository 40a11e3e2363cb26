import Diagnostics
import Schedules
import Text

/// `lrplot kinds`: what there is; with a name, one kind; with words, those that have them all.
enum KindsCommand {
  static let formats = OutputFormats([.text, .json], standard: .text)

  static let details = """
    --format json: one object with "schema": "lrplot/kinds/1" and "kinds", each with name, short (the word for the command \
    line, or null), family, summary, formula, source, and parameters. A parameter has name, option, type, default (as JSON \
    text; null where it is required), required, bounds (in words, or null), and help.
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    let words = line.operands.map(\.text)
    let named = words.count == 1 ? Catalogue.kind(named: words[0]) : nil
    let family = words.count == 1 ? Catalogue.family(named: words[0]) : nil
    let found = named.map { [$0] } ?? family?.kinds ?? KindList.search(words)
    guard !found.isEmpty else { throw nothing(line) }
    return try formats.write("kinds", askedBy: line, in: world) { format in
      if format == .json { return KindReport.text(of: found) }
      let list = world.wrapped(KindList.text(of: found) + "\n`lrplot kinds KIND` describes one.\n")
      let page = named.map { world.wrapped(KindManual.page(of: $0, on: world.terminal)) }
      return Pieces(Bytes((page ?? list).utf8))
    }
  }

  private static func nothing(_ line: ParsedLine) -> Failure {
    let words = line.operands
    let first = words.first?.text ?? ""
    let range = words.first?.range ?? line.line.end
    let near = words.count == 1 ? Diagnostic.suggestion(Command.nearest(to: first)) : nil
    let isRecipe = !Recipe.search(words.map(\.text)).isEmpty
    let typed = words.map(\.text).shellOperands
    let hint = isRecipe ? "the gallery has it: `lrplot gallery \(typed)`" : near
    return line.line.failure(
      words.count == 1 ? "unknown kind “\(first)”" : "no kind matches all these words", at: range,
      hint: hint ?? "`lrplot kinds` lists them", code: words.count == 1 ? .kind : .usage)
  }
}
