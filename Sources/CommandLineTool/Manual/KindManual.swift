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
      return ("--\(parameter.flagName) \(placeholder(parameter.shape))", parameter.help + bounds + standard)
    }
    let called = kind.short.map { "\(kind.name) (\($0))" } ?? kind.name
    return """
      \(called): \(kind.summary)

      Usage
        lrplot \(kind.short ?? kind.name)\(parameters.filter(\.isRequired).map { " --\($0.flagName) \(example($0.shape))" }.joined())

      In a file
        {"scheduler": {"type": "\(kind.name)"\(parameters.filter(\.isRequired).map { ", \"\($0.name)\": \(json($0.shape))" }.joined())}}

      Parameters
      \(Manual.table(rows))

      """
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

  private static func example(_ shape: Shape) -> String {
    switch shape {
    case .list: "30,60"
    case .function, .perGroup(.function): "'0.95 ** epoch'"
    case .perGroup: "0.1"
    case .schedulers: "'[…]'"
    case .integer: "10"
    default: "0.5"
    }
  }

  private static func json(_ shape: Shape) -> String {
    switch shape {
    case .list: "[30, 60]"
    case .function, .perGroup(.function): "\"0.95 ** epoch\""
    case .schedulers: "[…]"
    default: example(shape)
    }
  }
}
