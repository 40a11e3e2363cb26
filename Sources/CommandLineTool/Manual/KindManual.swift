import Charts
import Schedules
import Text

/// The pages about kinds, made from their declarations.
enum KindManual {
  static func page(of kind: Kind, on terminal: Terminal) -> String {
    let parameters = kind.declaration.parameters
    let rows = parameters.map { parameter in
      let isTold = parameter.help.holds("Default:")
      let standard = isTold ? "" : parameter.standard.map { " Default: \($0)." } ?? " Required."
      let bounds = parameter.bounds?.tellingWords.map { " Must be \($0)." } ?? ""
      return (typed(parameter), parameter.help + bounds + standard)
    }
    let called = kind.short == nil ? kind.fullName : "\(kind.fullName) (\(kind.typedName))"
    let example = KindExample(kind)
    return """
      \(called): \(kind.summary)
      \(background(of: kind))\(KindPicture.text(of: kind, on: terminal).map { "\n\($0)" } ?? "")
      Usage
        \(example.commandLine)

      In a file
        \(example.file)

      Parameters
      \(Manual.table(rows))

      Options of the run (--lr, --epochs, --steps-per-epoch, --optimizer …), of further stages (--warmup, --then …), of the \
      output (-o, -f), and of the picture (--y log, --title …) may be added; `lrplot help` lists them.

      """
  }

  /// The kinds of a family, each in a line.
  static func page(of family: Family) -> String {
    """
    \(KindList.text(of: family.kinds))
    Stepped every \(family.interval == .step ? "update" : "epoch") unless “interval” says otherwise. `lrplot help KIND` describes one kind.

    """
  }

  /// Formula, differences and source, as far as the kind says them; begins and ends with what separates paragraphs.
  private static func background(of kind: Kind) -> String {
    var paragraphs: [String] = []
    if let formula = kind.formula {
      paragraphs.append(formula.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
    }
    if let differs = kind.differs { paragraphs.append(differs) }
    if !kind.aliases.isEmpty { paragraphs.append("Also called: \(kind.aliases.joined(separator: ", "))") }
    if let source = kind.source { paragraphs.append("Source: \(source)") }
    let cousins = KindList.cousins(of: kind).map(\.fullName)
    if !cousins.isEmpty { paragraphs.append("See also: \(cousins.joined(separator: ", "))") }
    return paragraphs.map { "\n\($0)\n" }.joined()
  }

  /// The flag and what goes with it; a switch shows that it has an opposite.
  private static func typed(_ parameter: ParameterDescription) -> String {
    parameter.valueType.required == .boolean
      ? "--[no-]\(parameter.flagName)" : "--\(parameter.flagName) \(placeholder(parameter.valueType))"
  }

  /// What a value looks like on a command line.
  static func placeholder(_ type: ValueType) -> String {
    switch type {
    case .number, .float: "NUMBER"
    case .integer: "INTEGER"
    case .boolean: "true|false"
    case .text: "TEXT"
    case .percentage: "PERCENTAGE"
    case .choice(let words): words.joined(separator: "|")
    case .function, .lambda: "EXPRESSION"
    case .list(.list): "STEP:N,…"
    case .list: "N,N,…"
    case .perGroup(.function): "EXPRESSION"
    case .perGroup: "NUMBER[,…]"
    case .optional(let wrapped): placeholder(wrapped)
    case .stepMap: "STEP:N,…"
    case .scheduler, .schedulers, .record: "JSON"
    case .either(let first, let second): "\(placeholder(first))|\(placeholder(second))"
    }
  }
}
