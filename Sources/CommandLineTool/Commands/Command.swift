import Diagnostics
import Imports
import Logs
import Schedules
import Text
import System

/// What the first word of a command line asks for.
struct Command: Sendable {
  let name: String
  /// What stands after the name, for help.
  let usage: String
  let summary: String
  /// The flags that mean something to it.
  let scopes: [Flag.Scope]
  /// What a shell may offer for its operands.
  var operands: [Operand] = []
  /// Whether a kind with its flags may stand in place of a file.
  var acceptsKind = false
  /// What it can write.
  var formats = OutputFormats.pictures
  /// What else its help says.
  var details = ""
  /// Words that it knows, and what they mean; made only when its help is read.
  var terms: @Sendable () -> [(String, String)] = { [] }
  /// A line to begin with.
  let example: String
  let run: @Sendable (ParsedLine, World) throws(Failure) -> Exit

  /// What an operand may be.
  enum Operand: Sendable { case file, kind, family, command, recipe, shell }

  static let all = [
    render, compare, sheet, `import`, resume, branch, check, lint, watch, explain, at, identify, fit, gallery, kinds,
    schema,
    completions, man,
    help,
  ]

  /// The command with a given name.
  ///
  /// A switch and not a search of `all`, which would make all the others first: 45,000 instructions, a fiftieth of a start.
  static func named(_ name: String) -> Command? {
    switch name {
    case "render": render
    case "compare": compare
    case "import": `import`
    case "sheet": sheet
    case "resume": resume
    case "branch": branch
    case "check": check
    case "lint": lint
    case "watch": watch
    case "explain": explain
    case "at": at
    case "fit": fit
    case "identify": identify
    case "gallery": gallery
    case "kinds": kinds
    case "schema": schema
    case "completions": completions
    case "man": man
    case "help": help
    default: nil
    }
  }

  private static let render = Command(
    name: "render", usage: "FILE|DIR|- …", summary: "Draw schedule files, or write their values.",
    scopes: [.spec, .configuration, .variants, .output, .picture, .rendering, .batch, .everywhere], operands: [.file],
    example: "lrplot render schedules/ --output out/ --format svg,csv", run: RenderCommand.run)
  private static let compare = Command(
    name: "compare", usage: "FILE FILE …",
    summary: "Draw several schedule files in one picture, or logs as points on a schedule.",
    scopes: [.spec, .configuration, .output, .picture, .comparison, .naming, .logs, .everywhere], operands: [.file],
    example: "lrplot compare a.json b.json > ab.svg", run: CompareCommand.run)
  private static let `import` = Command(
    name: "import", usage: "FILE|-", summary: "Convert a trainer’s configuration into a schedule file.",
    scopes: [.configuration, .output, .picture, .everywhere], operands: [.file], formats: ImportCommand.formats,
    details: ImportCommand.details, terms: { Trainer.allCases.map { ($0.rawValue, $0.files) } },
    example: "lrplot import ds_config.json > schedule.json", run: ImportCommand.run)
  private static let sheet = Command(
    name: "sheet", usage: "FILE|DIR …", summary: "Draw small multiples of schedule files, grouped by folder.",
    scopes: [.spec, .configuration, .output, .picture, .everywhere], operands: [.file],
    formats: SheetCommand.formats,
    example: "lrplot sheet schedules/ > sheet.svg", run: SheetCommand.run)
  private static let resume = Command(
    name: "resume", usage: "FILE|-", summary: "Draw a run that is interrupted and resumed.",
    scopes: [.spec, .configuration, .resuming, .interrupting, .output, .picture, .everywhere], operands: [.file],
    details: ResumeCommand.details, terms: { Restoration.allCases.map { ($0.rawValue, $0.summary) } },
    example: "lrplot resume schedule.json --at 45 --set scheduler.T_max=120", run: ResumeCommand.run)
  private static let branch = Command(
    name: "branch", usage: "FILE|-", summary: "Draw decays from checkpoints of a longer run.",
    scopes: [.spec, .configuration, .branching, .interrupting, .output, .picture, .everywhere], operands: [.file],
    formats: BranchCommand.formats, details: BranchCommand.details,
    terms: { BranchCommand.Shape.allCases.map { ($0.rawValue, $0.summary) } },
    example: "lrplot branch trunk.json --at 45,60 --decay 20 --shape 1-sqrt", run: BranchCommand.run)
  private static let check = Command(
    name: "check", usage: "FILE|DIR …",
    summary: "Compare every curve with its golden file, or a run’s log with its schedule.",
    scopes: [.spec, .configuration, .checking, .logs, .reporting, .batch, .everywhere], operands: [.file],
    details: LogCheck.details, terms: { LogForm.allCases.map { ($0.rawValue, $0.files) } },
    example: "lrplot check schedules/", run: CheckCommand.run)
  private static let lint = Command(
    name: "lint", usage: "FILE|DIR|-|KIND …",
    summary: "Report valid but suspicious settings: wrong length, wrong unit ….",
    scopes: [.spec, .configuration, .linting, .reporting, .everywhere], operands: [.file, .kind], acceptsKind: true,
    details: LintCommand.details,
    terms: { LintRule.allCases.map { ($0.rawValue, $0.summary) } },
    example: "lrplot lint schedules/", run: LintCommand.run)
  private static let watch = Command(
    name: "watch", usage: "FILE …", summary: "Render schedule files, and again whenever they change.",
    scopes: [.spec, .output, .picture, .everywhere], operands: [.file],
    example: "lrplot watch schedule.json --output out.svg",
    run: WatchCommand.run)
  private static let explain = Command(
    name: "explain", usage: "FILE|DIR|-|KIND …",
    summary: "Describe schedules in words, with key values.",
    scopes: [.spec, .configuration, .output, .everywhere], operands: [.file, .kind], acceptsKind: true,
    formats: ExplainCommand.formats,
    details: ExplainCommand.details,
    example: "lrplot explain schedules/cosine.json", run: ExplainCommand.run)
  private static let at = Command(
    name: "at", usage: "FILE|-|KIND STEP …", summary: "Print the values at given steps.",
    scopes: [.spec, .configuration, .output, .everywhere], operands: [.file, .kind], acceptsKind: true,
    formats: AtCommand.formats,
    details: AtCommand.details,
    example: "lrplot at schedules/cosine.json 30", run: AtCommand.run)
  private static let identify = Command(
    name: "identify", usage: "LOG|-", summary: "Find the schedule that a log’s rates come from.",
    scopes: [.logs, .output, .everywhere], operands: [.file], formats: IdentifyCommand.formats,
    details: IdentifyCommand.details,
    example: "lrplot identify metrics.csv", run: IdentifyCommand.run)
  private static let fit = Command(
    name: "fit", usage: "LOG.csv|-", summary: "Fit the annealing law to a log of rates and losses.",
    scopes: [.output, .everywhere], operands: [.file], formats: FitCommand.formats, details: FitCommand.details,
    example: "lrplot fit log.csv", run: FitCommand.run)
  private static let gallery = Command(
    name: "gallery", usage: "[NAME|WORD …]", summary: "List, search, or print published schedules that are built in.",
    scopes: [.output, .everywhere], operands: [.recipe], formats: GalleryCommand.formats,
    details: GalleryCommand.details,
    example: "lrplot gallery llama", run: GalleryCommand.run)
  private static let kinds = Command(
    name: "kinds", usage: "[KIND|WORD …]", summary: "List every kind of scheduler, find some, or describe one.",
    scopes: [.output, .everywhere], operands: [.kind, .family], formats: KindsCommand.formats,
    details: KindsCommand.details,
    example: "lrplot kinds warmup cosine",
    run: KindsCommand.run)
  private static let schema = Command(
    name: "schema", usage: "", summary: "Print the JSON Schema of schedule files, for editors.",
    scopes: [.everywhere], example: "lrplot schema > lrplot.schema.json", run: SchemaCommand.run)
  private static let completions = Command(
    name: "completions", usage: "bash|zsh|fish", summary: "Print the script that completes command lines in a shell.",
    scopes: [.everywhere], operands: [.shell], example: "source <(lrplot completions bash)", run: CompletionsCommand.run
  )
  private static let man = Command(
    name: "man", usage: "", summary: "Print the manual page.", scopes: [.everywhere],
    example: "lrplot man | man -l -", run: ManCommand.run)
  private static let help = Command(
    name: "help", usage: "[COMMAND|KIND|FAMILY|TOPIC]", summary: "Print help.", scopes: [.everywhere],
    operands: [.command, .kind, .family],
    example: "lrplot help cosine", run: HelpCommand.run)

  /// Runs a command line.
  static func run(_ line: CommandLine, in world: World) throws(Failure) -> Exit {
    if asks(line, for: ["--version", "-V"]) {
      try world.print("lrplot \(Tool.version)\n")
      return .done
    }
    let word = firstWord(of: line)
    let command = word.flatMap { named($0.text) }
    let kind = command == nil ? word.flatMap { Catalogue.kind(named: $0.text) } : nil
    if asks(line, for: ["--help", "-h"]) { return try HelpCommand.print(command: command, kind: kind, in: world) }
    guard let word else { return try bare(line, in: world) }
    if let command {
      let parsed = try ParsedLine(line, scopes: command.scopes, acceptsKind: command.acceptsKind)
      var world = world
      world.request = try Request(parsed, isSchedule: false)
      try world.refuseStrays(parsed.operands.map(\.text))
      return try command.run(parsed, world)
    }
    guard let kind else {
      throw unknown(word, of: line, in: world)
    }
    let parsed = try ParsedLine(line, kind: kind, scopes: PlotCommand.scopes)
    var world = world
    world.request = try Request(parsed, isSchedule: true)
    return try PlotCommand.run(parsed, in: world)
  }

  /// That a line begins with a word that means nothing, and what to do instead.
  private static func unknown(_ word: CommandLine.Argument, of line: CommandLine, in world: World) -> Failure {
    let message = "unknown command or kind “\(word.text)”"
    if let hint = hint(for: word.text, in: world) { return line.failure(message, at: word.range, hint: hint) }
    return line.failure(
      message, at: word.range, hint: meant(by: word.text) ?? Catalogue.listing(for: word.text), code: .kind)
  }

  /// What to do about a word that is hardly meant as the name of a kind.
  private static func hint(for word: String, in world: World) -> String? {
    if word == "-" || FileSystem.status(world.path(word)) != nil {
      return "`lrplot render \(word.shellQuoted)` draws a file"
    }
    if word.utf8.contains(where: { "/.".utf8.contains($0) }), let near = world.fileNear(word) {
      return "did you mean “lrplot render \(near.shellQuoted)”?"
    }
    if word.ends(with: ".json") { return "there is no such file; `lrplot render FILE` draws one" }
    if let line = PythonCall(word)?.line { return "did you mean “\(line)”?" }
    let first = word.parts(between: " ").first ?? ""
    if first != word, named(first) != nil || Catalogue.kind(named: first) != nil {
      return "without the quotes: lrplot \(word)"
    }
    return nil
  }

  /// The command or kind that a word is close to, or that other tools call by it.
  private static func meant(by word: String) -> String? {
    switch word.lowercasedASCII {
    case "plot", "draw": "`lrplot KIND …` draws a kind, `lrplot render FILE` a file"
    case "show", "preview", "view": "`lrplot KIND …` or `lrplot render FILE` shows a picture in a terminal"
    case "validate", "verify", "test":
      "`lrplot lint FILE` reports suspicious settings, `lrplot check FILE` compares with the golden file"
    case "diff", "cmp": "`lrplot compare a.json b.json` draws schedules in one picture"
    case "lr", "schedule": "`lrplot KIND …` draws a kind; `lrplot kinds` lists them"
    case "export", "code", "pytorch": "lrplot does not write code; `lrplot help KIND` lists a library's own parameters"
    case "list", "ls": "`lrplot kinds` lists the kinds, `lrplot gallery` the published schedules"
    case "info", "describe", "summary", "summarize", "stats":
      "`lrplot explain FILE` or `lrplot explain KIND …` describes a schedule"
    case "convert", "translate": "`lrplot import FILE` converts a trainer’s configuration"
    case "search", "find", "examples", "example", "recipes", "recipe", "presets", "models":
      "`lrplot gallery WORD` finds a published schedule, `lrplot kinds WORD` a kind"
    case "new", "init", "create", "generate", "template":
      "`lrplot KIND … --print-spec > schedule.json` makes a schedule file"
    case "value", "rate", "eval", "get": "`lrplot at FILE STEP` prints the rate at a step"
    case "completion": "`lrplot completions bash` prints the script; also zsh, fish"
    case "warmup", "warm-up", "linear_warmup", "linear-warmup":
      "`--warmup 5` puts a linear warm-up before a kind: lrplot cosine --tmax 85 --warmup 5"
    case let name
    where name.holds("warm") && ["cosine", "linear"].contains(where: name.holds) && Catalogue.named(word).isEmpty:
      "`lrplot cosine --tmax 85 --warmup 5` warms up; `lrplot help transformers` lists Hugging Face’s"
    case "none", "no", "const", "flat": "`lrplot constant --factor 1` keeps the rate"
    case "decay": "`lrplot kinds decay` lists the kinds that decay"
    case let name where Flag.all.contains { $0.name == name }: "did you mean “--\(name)”?"
    default:
      Diagnostic.suggestion(Catalogue.colloquial(word)) ?? named(in: Catalogue.named(word))
        ?? Diagnostic.suggestion(nearest(to: word))
    }
  }

  /// The kinds of several libraries that have a name.
  private static func named(in names: [String]) -> String? {
    if names.isEmpty || names.count > 4 { return nil }
    return "did you mean \(names.map { "“\($0)”" }.listed())?"
  }

  /// What was probably meant: of equally close names the one that is short to type.
  static func nearest(to word: String) -> String? {
    Catalogue.colloquial(word) ?? Nearest.match(for: word, among: shortNames + all.map(\.name))
      ?? Catalogue.nearest(to: word)
  }

  private static func nearestKind(to word: String) -> String? {
    Catalogue.colloquial(word) ?? Nearest.match(for: word, among: shortNames) ?? Catalogue.nearest(to: word)
  }

  private static var shortNames: [String] {
    Catalogue.families.filter(\.isDefault).flatMap { $0.kinds.compactMap(\.short) }
  }

  /// That no kind has this name.
  static func noKind(_ word: CommandLine.Argument, of line: CommandLine) -> Failure {
    line.failure(
      "unknown kind “\(word.text)”", at: word.range,
      hint: word.typedNumber != nil
        ? "a kind is expected here; --for \(word.text) is the length of the stage before it"
        : Diagnostic.suggestion(nearestKind(to: word.text)) ?? Catalogue.listing(for: word.text), code: .kind)
  }

  /// Refuses operands that have no use.
  static func refuse(
    _ extra: CommandLine.Argument?, of line: CommandLine, hint: String = "one name at a time"
  ) throws(Failure) {
    guard let extra else { return }
    throw line.failure("“\(extra.text)” is not expected here", at: extra.range, hint: hint)
  }

  /// Without a word there is nothing to do but show the help; an option alone is still checked.
  private static func bare(_ line: CommandLine, in world: World) throws(Failure) -> Exit {
    let parsed = try ParsedLine(line)
    let useless = parsed.given.first { given in
      Flag.all.contains { $0.name == given.name && $0.scope != .everywhere }
    }
    if let useless {
      throw line.failure(
        "“\(useless.typed.text)” needs a command or a kind of scheduler", at: useless.typed.range,
        hint: "for example, lrplot cosine --tmax 50 \(useless.typed.text) …")
    }
    try world.print(page: Manual.short)
    return .done
  }

  private static func asks(_ line: CommandLine, for flags: [String]) -> Bool {
    line.arguments.prefix { $0.text != "--" }.contains { flags.contains($0.text) }
  }

  /// The kind that a line names after its command, wherever the options stand.
  static func kind(behindCommandOf line: CommandLine) -> Kind? {
    guard let command = place(ofWordIn: line, from: 0), let place = place(ofWordIn: line, from: command + 1) else {
      return nil
    }
    return Catalogue.kind(named: line.arguments[place].text)
  }

  /// The first argument that is neither a flag nor a flag's value.
  private static func firstWord(of line: CommandLine) -> CommandLine.Argument? {
    place(ofWordIn: line, from: 0).map { line.arguments[$0] }
  }

  /// Where the first argument from some place on stands that is neither a flag nor a flag's value.
  private static func place(ofWordIn line: CommandLine, from start: Int) -> Int? {
    var index = start
    while index < line.arguments.count {
      let argument = line.arguments[index]
      index += 1
      guard argument.text.begins(with: "-"), argument.text != "-", argument.typedNumber == nil else { return index - 1 }
      if argument.text == "--" { return index < line.arguments.count ? index : nil }
      if argument.text.utf8.contains(UInt8(ascii: "=")) { continue }
      let typed = argument.text
      let flag = Flag.all.first { $0.isTyped(typed) }
      // The flag of a kind that is not known yet: its value is what follows, unless that names a command or kind.
      let next = index < line.arguments.count ? line.arguments[index].text : ""
      let isWord = named(next) != nil || Catalogue.kind(named: next) != nil
      if flag.map({ $0.value != nil }) ?? !(isWord || next.begins(with: "--")) { index += 1 }
    }
    return nil
  }
}
