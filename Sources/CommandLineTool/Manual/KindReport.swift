import JSON
import Schedules
import Text

/// The kinds for a program, with everything that their declarations say.
enum KindReport {
  static func text(of kinds: [Kind]) -> Pieces {
    Pieces(Value.object([("schema", "lrplot/kinds/1"), ("kinds", Value(.array(kinds.map(value))))]).text())
  }

  private static func value(_ kind: Kind) -> Value {
    .object([
      ("name", .text(kind.fullName)), ("short", .text(kind.short)), ("family", .text(kind.family.name)),
      ("summary", .text(kind.summary)), ("formula", .text(kind.formula)), ("source", .text(kind.source)),
      ("parameters", Value(.array(kind.declaration.parameters.map(value)))),
    ])
  }

  private static func value(_ parameter: ParameterDescription) -> Value {
    .object([
      ("name", .text(parameter.name)), ("option", .text("--\(parameter.flagName)")),
      ("type", .text(KindManual.placeholder(parameter.valueType))), ("default", .text(parameter.standard)),
      ("required", Value(.bool(parameter.isRequired))), ("bounds", .text(parameter.bounds?.words)),
      ("help", .text(parameter.help)),
    ])
  }
}
