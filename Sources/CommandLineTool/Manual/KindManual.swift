import Schedules

/// What there is to say about kinds, made from their declarations.
enum KindManual {
  static var list: String {
    Catalogue.families.map { family, kinds in
      let rows = kinds.map { kind in
        (
          kind.short.map { "\($0)\(String(repeating: " ", count: max(1, 16 - $0.count)))" + kind.name } ?? kind.name,
          kind.summary
        )
      }
      return "\(family.title)\n\(Manual.table(rows))\n"
    }.joined(separator: "\n") + "\n`lrplot kinds KIND` describes one.\n"
  }

  static func page(of kind: Kind) -> String {
    let parameters = kind.declaration.parameters
    let rows = parameters.map { parameter in
      let standard = parameter.standard.map { " Default: \($0)." } ?? " Required."
      let bounds = parameter.bounds.map { " Must be \($0.words)." } ?? ""
      return (typed(parameter), parameter.help + bounds + standard)
    }
    let called = kind.short.map { "\(kind.name) (\($0))" } ?? kind.name
    let example = KindExample(kind)
    return """
      \(called): \(kind.summary)

      Usage
        \(example.commandLine)

      In a file
        \(example.file)

      Parameters
      \(Manual.table(rows))

      """
  }

  /// The flag and what goes with it; a switch shows that it has an opposite.
  private static func typed(_ parameter: ParameterDescription) -> String {
    parameter.shape.required == .boolean
      ? "--[no-]\(parameter.flagName)" : "--\(parameter.flagName) \(placeholder(parameter.shape))"
  }

  /// What a value looks like on a command line.
  private static func placeholder(_ shape: Shape) -> String {
    switch shape {
    case .number, .float: "NUMBER"
    case .integer: "INTEGER"
    case .boolean: ""
    case .text: "TEXT"
    case .choice(let words): words.joined(separator: "|")
    case .function: "EXPRESSION"
    case .list: "N,N,…"
    case .perGroup(.function): "EXPRESSION"
    case .perGroup: "NUMBER[,…]"
    case .optional(let wrapped): placeholder(wrapped)
    case .scheduler: "JSON"
    case .schedulers: "JSON"
    }
  }
}
