/// The help of the program, made from the tables of commands and flags.
enum Manual {
  /// What to try first, for people who typed nothing but the name.
  static var short: String {
    """
    \(beginning)
    `lrplot help` lists every option, `lrplot help COMMAND` and `lrplot help KIND` describe one command or kind.

    """
  }

  private static var beginning: String {
    """
    lrplot draws learning-rate schedules: PyTorch’s numbers, bit for bit.

    Examples
      lrplot cosine --tmax 50 > out.svg
      lrplot cosine --tmax 50 --lr 0.1 --format csv
      lrplot onecycle --max-lr 0.1 --total-steps 90 --output onecycle.svg
      lrplot linear --start-factor 0.1 --total-iters 5 --then cosine --tmax 45 > warmup.svg
      lrplot render schedules/ --output out/ --format svg,csv
      lrplot check schedules/
      lrplot compare a.json b.json > ab.svg
      lrplot explain schedules/cosine.json
      lrplot at schedules/cosine.json 30
      lrplot gallery llama
      lrplot kinds

    Usage
      lrplot KIND [--PARAMETER VALUE …] [--then KIND …] [OPTIONS]
    \(table(Command.all.map { ("lrplot \($0.name) \($0.usage)", $0.summary) }))

    """
  }

  static var overview: String {
    """
    \(beginning)
    Topics
    \(table(topics))

    Options of a run
    \(options(.run))

    Several kinds
    \(options(.chain))

    Options of schedules and schedule files
    \(options(.spec))
    \(options(.variants))

    Options of trainers’ configurations
    \(options(.configuration))

    Options of output
    \(options(.output))

    Options of the picture
    \(options(.picture))

    Of check
    \(options(.checking))

    Of check --log
    \(options(.logs))

    Of render
    \(options(.rendering))

    Of render and check
    \(options(.batch))

    Of compare
    \(options(.comparison))

    Of compare and --vs
    \(options(.naming))

    Of resume
    \(options(.resuming))

    Of branch
    \(options(.branching))

    Of resume and branch
    \(options(.interrupting))

    Of lint
    \(options(.linting))

    Of check and lint
    \(options(.reporting))

    Everywhere
    \(options(.everywhere))

    A kind is cosine, step, onecycle … as `lrplot kinds` lists them; `lrplot help KIND` describes one.

    """
  }

  private static var topics: [(String, String)] {
    Topic.all.map { ("lrplot help \($0.name)", $0.summary) }
      + [("lrplot help FAMILY", "The kinds of one library: torch, transformers, timm, keras ….")]
  }

  static func page(of command: Command) -> String {
    """
    \(command.summary)

    Example
      \(command.example)

    Usage
      lrplot \(command.name)\(command.usage.isEmpty ? "" : " \(command.usage)")
    \(details(of: command))
    Options
    \(table(command.scopes.flatMap { rows($0, formats: command.formats) }))

    """
  }

  private static func details(of command: Command) -> String {
    let terms = command.terms()
    let parts = [command.details, terms.isEmpty ? "" : table(terms)].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : "\n\(parts.joined(separator: "\n"))\n"
  }

  static func options(_ scope: Flag.Scope) -> String { table(rows(scope, formats: .pictures)) }

  /// The options of a scope, each as it is typed and what it does.
  private static func rows(_ scope: Flag.Scope, formats: OutputFormats) -> [(String, String)] {
    Flag.all.filter { $0.isOf(scope) }.map { flag in
      let short = flag.short.map { "-\($0), " } ?? "    "
      let isOffered = flag.name == "format" && flag.scope == .output && !formats.hasPreview
      let help = isOffered ? "\(formats.words). Default: \(formats.standard)." : flag.help
      return ("\(short)--\(flag.name)\(flag.value.map { " \($0)" } ?? "")", help)
    }
  }

  /// Two columns, the second lined up.
  static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { left, right in
      "  \(left)\(String(repeating: " ", count: width - left.count + 2))\(right)"
    }.joined(separator: "\n")
  }
}
