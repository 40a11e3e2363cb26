import Diagnostics
import Schedules

/// `lrplot help`, `--help`, and `lrplot` alone.
enum HelpCommand {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard let word = line.operands.first else { return try print(command: nil, kind: nil, in: world) }
    try Command.refuse(line.operands.dropFirst().first, of: line.line)
    if let topic = Topic.named(word.text) {
      try world.print(page: topic.text())
      return .done
    }
    if let family = Catalogue.family(named: word.text), Catalogue.kind(named: word.text) == nil {
      try world.print(page: KindManual.page(of: family))
      return .done
    }
    let command = Command.named(word.text)
    let kind = Catalogue.kind(named: word.text)
    guard command != nil || kind != nil else {
      throw line.line.failure(
        "unknown command or kind “\(word.text)”", at: word.range,
        hint: Topic.meant(by: word.text).map { "`lrplot help \($0.name)`: \($0.summary)" }
          ?? Diagnostic.suggestion(Command.nearest(to: word.text)) ?? "`lrplot help` lists the commands and topics",
        code: .kind)
    }
    return try print(command: command, kind: kind, in: world)
  }

  static func print(command: Command?, kind: Kind?, in world: World) throws(Failure) -> Exit {
    if let command {
      try world.print(page: Manual.page(of: command))
    } else if let kind {
      try world.print(page: KindManual.page(of: kind, on: world.terminal))
    } else {
      try world.print(page: Manual.overview)
    }
    return .done
  }
}
