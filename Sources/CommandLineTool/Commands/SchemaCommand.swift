import JSON
import Schedules
import Text

/// `lrplot schema`: the JSON Schema of schedule files, for editors.
enum SchemaCommand {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    try Command.refuse(line.operands.first, of: line.line, hint: "\(line.command?.text ?? "it") takes no argument")
    try world.print(Pieces(Schema.complete.text(width: 120)))
    return .done
  }
}
