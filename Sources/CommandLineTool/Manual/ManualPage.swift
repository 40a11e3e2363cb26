import Schedules

/// The manual page in mdoc, made from the tables that help is made from.
enum ManualPage {
  static var text: String {
    """
    .Dd \(Tool.released)
    .Dt LRPLOT 1
    .Os
    .Sh NAME
    .Nm lrplot
    .Nd draw learning-rate schedules
    .Sh SYNOPSIS
    .Nm
    .Ar kind
    .Op Fl \\-parameter Ar value ...
    .Op Ar options
    \(Command.all.map { ".Nm\n.Cm \($0.name)\($0.usage.isEmpty ? "" : "\n.Ar \(escaped($0.usage))")" }.joined(separator: "\n"))
    .Sh DESCRIPTION
    .Nm
    runs a learning-rate schedule, given as a line of flags or as a JSON file,
    over a stub of the optimizer, and gives the curve as a picture or as numbers.
    The numbers are those of the framework that the schedule comes from, to the
    last bit where it computes in doubles.
    .Pp
    The first word is a command, or a kind of scheduler whose parameters are flags.
    .Sh COMMANDS
    \(list(Command.all.map(item)))
    .Sh RULES OF LINT
    \(list(LintRule.allCases.map { (".It Cm \(escaped($0.rawValue))", $0.summary) }))
    .Sh OPTIONS
    \(list(Flag.all.map { (".It \(typed($0))", $0.help) }))
    .Sh KINDS
    \(Catalogue.families.map(section).joined(separator: "\n"))
    .Sh ENVIRONMENT
    .Bl -tag -width Ds
    .It Ev NO_COLOR , TERM
    No colours where the first is not empty, or the second is
    .Dq dumb ,
    which also means a preview in ASCII.
    .It Ev COLUMNS
    The width of the preview in a terminal.
    .It Ev LC_ALL , LC_CTYPE , LANG
    The preview is in ASCII where the first of them that is set does not name UTF-8.
    .It Ev CI
    Where it is set, goldens are not updated without
    .Fl \\-force .
    .It Ev GITHUB_ACTIONS
    Where it is
    .Dq true ,
    check reports as annotations.
    .El
    .Sh EXIT STATUS
    .Bl -tag -width Ds
    .It 0
    Done.
    .It 1
    A golden differs or is missing, a picture is stale, or lint found something.
    .It 2
    A wrong command line, a bad schedule file, or trouble with reading or writing.
    .El
    .Sh EXAMPLES
    \(examples.map { ".Dl \(escaped($0))" }.joined(separator: "\n"))

    """
  }

  private static let examples = [
    "lrplot cosine --tmax 50 > out.svg", "lrplot cosine --tmax 50 --lr 0.1 --format csv",
    "lrplot render schedules/ --output out/ --format svg,csv", "lrplot compare a.json b.json > ab.svg",
    "lrplot kinds warmup cosine",
  ]

  private static func item(_ command: Command) -> (head: String, text: String) {
    let usage = command.usage.isEmpty ? "" : " Ar \(escaped(command.usage))"
    return (".It Cm \(command.name)\(usage)", "\(command.summary)\n\(command.terms().isEmpty ? command.details : "")")
  }

  private static func section(_ family: Family) -> String {
    let kinds = family.kinds.map { kind in
      (".It Cm \(escaped(kind.typedName))", kind.short == nil ? kind.summary : "\(kind.fullName).\n\(kind.summary)")
    }
    return ".Ss \(escaped(family.title))\n\(list(kinds))"
  }

  private static func list(_ items: [(head: String, text: String)]) -> String {
    let items = items.map { item in
      "\(item.head)\n" + sentences(item.text).flatMap(wrapped).joined(separator: "\n")
    }
    return ".Bl -tag -width Ds\n\(items.joined(separator: "\n"))\n.El"
  }

  private static func typed(_ flag: Flag) -> String {
    let value = flag.value.map { " Ar \(escaped($0))" } ?? ""
    return (flag.short.map { "Fl \($0)\(value) , " } ?? "") + "Fl \\-\(flag.name)\(value)"
  }

  /// Each on a line of its own, as mdoc wants them.
  private static func sentences(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      var sentence: [Substring] = []
      for word in line.split(separator: " ") {
        sentence.append(word)
        guard word.utf8.last == UInt8(ascii: ".") else { continue }
        lines.append(sentence.joined(separator: " "))
        sentence = []
      }
      if !sentence.isEmpty { lines.append(sentence.joined(separator: " ")) }
    }
    return lines
  }

  /// A sentence in lines that roff's readers find short enough, its words made safe.
  private static func wrapped(_ sentence: String) -> [String] {
    var lines: [String] = []
    for word in sentence.split(separator: " ") {
      let word = escaped(String(word))
      if let last = lines.last, last.utf8.count + word.utf8.count < 79 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// A text that roff shows as it is: no escapes, no request at the beginning of a line, and every character in ASCII.
  private static func escaped(_ text: String) -> String {
    var escaped = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      // Three dots alone would look like the end of a sentence.
      case "…": escaped += "\\&...\\&"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default: escaped += "\\[u\(hexadecimal(scalar.value))]"
      }
    }
    return escaped
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
