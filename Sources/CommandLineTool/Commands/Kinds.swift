import Diagnostics
import Schedules
import Text

/// `lrplot kinds`: what there is.
enum Kinds {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard let word = line.operands.first else {
      try world.print(KindManual.list)
      return .done
    }
    try Command.refuse(line.operands.dropFirst().first, of: line.line)
    guard let kind = Catalogue.kind(named: word.text) else {
      throw line.line.failure(
        "there is no kind “\(word.text)”", at: word.range,
        hint: Diagnostic.suggestion(Command.nearest(to: word.text)) ?? "`lrplot kinds` lists them")
    }
    try world.print(KindManual.page(of: kind))
    return .done
  }
}
