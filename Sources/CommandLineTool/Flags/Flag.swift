import Text

/// An option of the command line, declared once: parsing and help are derived from it.
final class Flag: Sendable {
  enum Scope: Sendable, CaseIterable {
    /// Understood everywhere.
    case everywhere
    /// Where something is written.
    case output
    /// Where something is drawn.
    case picture
    /// Where schedule files are rendered.
    case rendering
    /// Where many files are worked on.
    case batch
    /// Where curves are held against each other.
    case comparison
    /// Where several curves have names.
    case naming
    /// Where curves are held against goldens.
    case checking
    /// Where mistakes are looked for.
    case linting
    /// Where what is found in files is told.
    case reporting
    /// Where a command line describes a run.
    case run
    /// Where a command line names kinds that follow each other.
    case chain
    /// Where a schedule is read.
    case spec
    /// Where one schedule is drawn, or several that differ in a value.
    case variants
  }

  let name: String
  let short: String?
  /// What to call its value in help; `nil` when it takes none.
  let value: String?
  let scope: Scope
  let help: String

  /// Whether an argument is this flag: `--format` in any spelling, or `-f`.
  func isTyped(_ typed: String) -> Bool {
    if typed.begins(with: "--") { return name.isFolded(equalTo: typed.dropping(first: 2)) }
    return short.map { "-\($0)" == typed } ?? false
  }

  /// Whether it is a switch of the schedule itself, which can be given as `--no-drop-last` and `--drop-last=false` too.
  var isNegatable: Bool { scope == .run && value == nil }

  /// Where a schedule file says the same, if it is one value there.
  var path: String? {
    switch name {
    case "lr", "momentum": "optimizer.\(name)"
    case "optimizer": "optimizer.type"
    case "scale-lr": "optimizer.scale_lr"
    case "epochs", "metric": name
    case "steps-per-epoch": "steps_per_epoch"
    case "interval": "scheduler.interval"
    default: nil
    }
  }

  private init(_ name: String, short: String? = nil, _ value: String? = nil, _ scope: Scope, _ help: String) {
    self.name = name
    self.short = short
    self.value = value
    self.scope = scope
    self.help = help
  }

  static let all: [Flag] = [
    Flag("lr", "RATE", .run, "Base rate of the optimizer; 0.1 unless given."),
    Flag("epochs", "N", .run, "Epochs of the run; the schedule's own length unless given, else 100."),
    Flag("steps-per-epoch", "N", .run, "Steps of an epoch; 1 unless given."),
    Flag("dataset-size", "N", .run, "Samples of the data set, from which the steps of an epoch follow."),
    Flag("batch-size", "N", .run, "Samples of a batch, of one process."),
    Flag("world-size", "N", .run, "Processes that train at once; 1 unless given."),
    Flag("accumulate", "N", .run, "Batches whose gradients make one step; 1 unless given."),
    Flag("drop-last", nil, .run, "Leave out a last batch that is not full."),
    Flag("scale-lr", nil, .run, "Multiply every base rate by the world size."),
    Flag("optimizer", "TYPE", .run, "SGD (with momentum 0.9) unless given; Adam, AdamW, RMSprop …"),
    Flag("momentum", "M", .run, "Momentum of the optimizer."),
    Flag("group", "NAME:lr=RATE", .run, "A param group with values of its own; may be repeated."),
    Flag(
      "metric", "M", .run,
      "What plateau watches: a number, or one for each epoch; an expression of epoch, or FILE.csv:COLUMN."),
    Flag("interval", "WHEN", .run, "When the scheduler is stepped: epoch or step."),
    Flag("then", "KIND", .chain, "Go on with another kind when this one has had its length; its flags follow it."),
    Flag("and", "KIND", .chain, "Step another kind together with this one; binds tighter than --then."),
    Flag("vs", "KIND", .chain, "Draw another kind beside this one, as a curve of its own; its flags follow it."),
    Flag("for", "N", .chain, "The length of a stage whose kind has none, or another than its own."),
    Flag("warmup", "N", .chain, "Begin with N epochs of linear warm-up from a thousandth of the rate."),
    Flag("set", "PATH=VALUE", .spec, "Change a value of the schedule file: scheduler.T_max=100; may be repeated."),
    Flag("no-files", nil, .spec, "Read no file that a schedule names, as a metric’s csv: for schedules of strangers."),
    Flag("sweep", "NAME=V,V,…", .variants, "Draw a curve for each value; NAME is an option, or a path as in --set."),
    Flag("print-spec", nil, .variants, "Print the schedule file that the line stands for, and draw nothing."),
    Flag("output", short: "o", "PATH", .output, "File or folder to write; - is standard output."),
    Flag(
      "format", short: "f", "LIST", .output,
      "svg, csv, json or text; several with commas. By the ending of PATH, else svg, on a terminal text."),
    Flag("title", "TEXT", .picture, "Title of the picture."),
    Flag("width", "PIXELS", .picture, "Width of the picture; 720 unless given."),
    Flag("height", "PIXELS", .picture, "Height of the picture; 400 unless given, or what its panels need."),
    Flag("scale", "FACTOR", .picture, "Draw type, lines and dots larger; 1 unless given."),
    Flag("caption", "TEXT", .picture, "A line at the foot of the picture."),
    Flag("source", nil, .picture, "Show the file's source at the foot."),
    Flag("mark", "PLACE[:TEXT]", .picture, "Draw a line of your own, at an epoch or step: 30:now; may be repeated."),
    Flag("x", "AXIS", .picture, "Unit of the step axis: epoch, step or percent."),
    Flag("x-scale", "SCALE", .picture, "Scale of the step axis: linear or log."),
    Flag("x-min", "PLACE", .picture, "Where the step axis begins, in its unit."),
    Flag("x-max", "PLACE", .picture, "Where the step axis ends."),
    Flag("y", "SCALE", .picture, "Scale of the rates: linear or log."),
    Flag("y-min", "RATE", .picture, "Where the axis of the rates begins."),
    Flag("y-max", "RATE", .picture, "Where the axis of the rates ends."),
    Flag("of-peak", nil, .picture, "Draw rates as percentages of each curve's peak."),
    Flag("curve", "STYLE", .picture, "Draw as step or line; auto knows the kind."),
    Flag(
      "theme", "THEME", .picture,
      "auto (light and dark in one file), light, dark, page (as the page around it) or print."),
    Flag("background", "COLOUR", .picture, "auto, none or a colour."),
    Flag("id-prefix", "TEXT", .picture, "What the ids in the picture begin with, when several stand in one page."),
    Flag("label", "NAME,NAME,…", .naming, "Names of the curves, in order."),
    Flag("ascii", nil, .picture, "Draw the terminal preview in ASCII."),
    Flag("difference", nil, .comparison, "Add a panel of how far each curve is from the first."),
    Flag("golden", "DIR", .checking, "Folder of the goldens; they stand beside their schedule files unless given."),
    Flag("update", nil, .checking, "Make the goldens that are missing or differ; refused where CI is set."),
    Flag("force", nil, .checking, "Make them where CI is set, too."),
    Flag("exact", nil, .checking, "Allow no difference, not even in the last bit."),
    Flag("rtol", "PART", .checking, "How much of the larger value a difference may be; 1e-9 unless given."),
    Flag("atol-peak", "PART", .checking, "How much of the column's peak it may be; 1e-12 unless given."),
    Flag("strict", nil, .checking, "Let a golden without a schedule file fail, too."),
    Flag("report", "FORM", .reporting, "text, github, junit or json; github where GITHUB_ACTIONS is true, else text."),
    Flag("diff", "DIR", .checking, "Write a picture and the numbers of each curve that differs."),
    Flag("check", nil, .rendering, "Write nothing; list the results that are missing or not up to date."),
    Flag("jobs", short: "j", "N", .batch, "Specs worked on at once; all processors unless given."),
    Flag("fail-fast", nil, .batch, "Stop at the first that fails."),
    Flag("allow", "RULE", .linting, "A rule whose findings are meant; may be repeated, or have commas."),
    Flag("quiet", short: "q", nil, .everywhere, "Print nothing but results and errors."),
    Flag("verbose", short: "v", nil, .everywhere, "Print what is read and written."),
    Flag("help", short: "h", nil, .everywhere, "Print help."),
    Flag("version", short: "V", nil, .everywhere, "Print the version."),
  ]
}
