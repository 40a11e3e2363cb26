import Diagnostics
import Schedules
import Text

/// `lrplot kinds`: what there is; with a name, one kind; with words, those that have them all.
enum Kinds {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    let words = line.operands.map(\.text)
    if words.count == 1, let kind = Catalogue.kind(named: words[0]) {
      try world.print(KindManual.page(of: kind, on: world.terminal))
      return .done
    }
    let family = words.count == 1 ? Catalogue.families.first { words[0].isFolded(equalTo: $0.name) } : nil
    let found = family?.kinds ?? KindList.search(words)
    guard !found.isEmpty else { throw nothing(line) }
    try world.print(KindList.text(of: found) + "\n`lrplot kinds KIND` describes one.\n")
    return .done
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
      words.count == 1 ? "there is no kind “\(first)”" : "no kind has all these words", at: range,
      hint: hint ?? "`lrplot kinds` lists them", code: words.count == 1 ? .kind : .usage)
  }
}
