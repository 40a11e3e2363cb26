import Text

/// An option of the command line, declared once: parsing and help are derived from it.
struct Flag: Sendable {
  enum Scope: Sendable, CaseIterable {
    /// Understood everywhere.
    case everywhere
    /// Where something is written.
    case output
    /// Where something is drawn.
    case picture
    /// Where schedule files are rendered.
    case rendering
    /// Where many files are processed.
    case batch
    /// Where curves are compared with each other.
    case comparison
    /// Where several curves have names.
    case naming
    /// Where curves are compared with golden files.
    case checking
    /// Where curves are compared with logs.
    case logs
    /// Where mistakes are looked for.
    case linting
    /// Where what is found in files is reported.
    case reporting
    /// Where a command line describes a run.
    case run
    /// Where a command line names kinds that follow each other.
    case chain
    /// Where a schedule is read.
    case spec
    /// Where a trainer's configuration may stand in place of a schedule file.
    case configuration
    /// Where a run is interrupted.
    case interrupting
    /// Where an interrupted run is resumed.
    case resuming
    /// Where decays begin at checkpoints.
    case branching
    /// Where one schedule is drawn, or several that differ in a value.
    case variants
  }

  let option: Name
  let short: String?
  /// What help calls its value; `nil` for a switch.
  let value: String?
  let scope: Scope
  /// Where else it means something.
  private let also: Scope?
  /// The path of the same value in a schedule file, if there is one.
  let path: String?
  /// Whether it may be given more than once.
  let isRepeatable: Bool
  let help: String

  /// As it is typed after two hyphens.
  var name: String { option.rawValue }

  /// Whether an argument is this flag: `--format` in any spelling, or `-f`.
  func isTyped(_ typed: String) -> Bool {
    if typed.begins(with: "--") { return name.isFolded(equalTo: typed.dropping(first: 2)) }
    return short.map { "-\($0)" == typed } ?? false
  }

  /// Whether it is a switch of the schedule itself, which can be given as `--no-drop-last` and `--drop-last=false` too.
  var isNegatable: Bool { scope == .run && value == nil }

  /// Whether it is valid in a scope.
  func isOf(_ scope: Scope) -> Bool { self.scope == scope || also == scope }

  private init(
    _ option: Name, short: String? = nil, _ value: String? = nil, _ scope: Scope, also: Scope? = nil,
    path: String? = nil, repeats isRepeatable: Bool = false, _ help: String
  ) {
    self.option = option
    self.short = short
    self.value = value
    self.scope = scope
    self.also = also
    self.path = path
    self.isRepeatable = isRepeatable
    self.help = help
  }

  static let all: [Flag] = [
    Flag(.lr, "RATE", .run, path: "optimizer.lr", "Base rate of the optimizer. Default: 0.1."),
    Flag(.epochs, "N", .run, path: "epochs", "Epochs of the run. Default: the schedule's own length, else 100."),
    Flag(.steps, "N", .run, path: "steps", "In place of --epochs: optimizer updates of the run."),
    Flag(
      .every, "N", .run, path: "rows.every", "Write every Nth step and the last to CSV and JSON; pictures show all."),
    Flag(.stepsPerEpoch, "N", .run, path: "steps_per_epoch", "Steps per epoch. Default: 1."),
    Flag(.datasetSize, "N", .run, "Samples in the data set; with --batch-size it gives the steps per epoch."),
    Flag(.batchSize, "N", .run, "Batch size per process."),
    Flag(
      .globalBatchSize, "N", .run, path: "batch",
      "Samples per update, over all processes; for --x sample and for kinds that count samples."),
    Flag(
      .tokensPerSample, "N", .run, path: "batch.tokens_per_sample",
      "With --global-batch-size: tokens per sample, for --x token."),
    Flag(.worldSize, "N", .run, "Data-parallel processes (GPUs). Default: 1."),
    Flag(.accumulate, "N", .run, "Gradient-accumulation steps. Default: 1."),
    Flag(.dropLast, nil, .run, "Drop the last incomplete batch."),
    Flag(.scaleLR, nil, .run, path: "optimizer.scale_lr", "Multiply every base rate by the world size."),
    Flag(
      .optimizer, "TYPE", .run, path: "optimizer.type", "SGD, Adam, AdamW, RMSprop …. Default: SGD with momentum 0.9."),
    Flag(.momentum, "M", .run, path: "optimizer.momentum", "Momentum of the optimizer."),
    Flag(
      .group, "NAME:lr=RATE", .run, repeats: true,
      "A param group with its own values: backbone:lr=1e-4,weight_decay=0; may be repeated. With a log: the group whose "
        + "rate is compared."),
    Flag(
      .metric, "M", .run, path: "metric",
      "What plateau watches: a number, or one for each epoch; an expression of epoch; FILE.csv:COLUMN; or loss, that of "
        + "the objective."),
    Flag(
      .objective, "TYPE:NAME=VALUE,…", .run,
      "Run the optimizer on an objective: quadratic:a=4,start=2, rosenbrock, annealing …. See lrplot help objectives."),
    Flag(.clipNorm, "NORM", .run, path: "objective.clip.norm", "Clip the objective's gradients to a norm."),
    Flag(.clipValue, "LIMIT", .run, path: "objective.clip.value", "Clip each element of the objective's gradients."),
    Flag(
      .interval, "WHEN", .run, path: "scheduler.interval",
      "When the scheduler is stepped: epoch, step, 2epoch, 500step. Default: as in the kind's library."),
    Flag(.times, "N", .run, path: "scheduler.times", "Scheduler steps each time. Default: 1."),
    Flag(.then, "KIND", .chain, repeats: true, "Switch to another kind when this one ends; its options follow."),
    Flag(.and, "KIND", .chain, repeats: true, "Step another kind together with this one; binds tighter than --then."),
    Flag(
      .vs, "KIND", .chain, repeats: true,
      "Draw another kind beside this one, as a curve of its own; its options follow."),
    Flag(
      .quantity, "NAME:VALUE KIND", .chain, repeats: true,
      "Drive another quantity, starting at VALUE, by a kind of its own, after all others: weight_decay:0.04 cosine; its "
        + "options follow; may be repeated."),
    Flag(.for, "N", .chain, "Length of this stage; overrides its natural length."),
    Flag(.warmup, "N", .chain, "Prepend N epochs (or steps) of linear warm-up starting at lr/1000."),
    Flag(.from, "TRAINER", .configuration, "The trainer of the configuration. Default: detected from its content."),
    Flag(
      .with, "FILE", .configuration, also: .resuming, repeats: true,
      "Another file of the configuration; may be repeated. With resume: the resumed run's own file."),
    Flag(.trainer, "VERSION", .configuration, "Version of the trainer, as transformers-4.46. Default: the newest."),
    Flag(.batches, "N", .configuration, "Batches of one pass over the data, before processes share them."),
    Flag(.at, "K", .interrupting, "Epochs or updates done before the interruption: 45, 45ep, 1200step."),
    Flag(.restore, "WAY", .resuming, "What is loaded, and in which order; all draws each way of the library."),
    Flag(
      .after, "PATH=VALUE", .resuming, repeats: true,
      "Set a value by hand after loading: scheduler.T_max=200; may be repeated."),
    Flag(.before, nil, .resuming, "Also write the rate without the interruption."),
    Flag(.decay, "N", .branching, "Length of the decay, in epochs or updates as --at."),
    Flag(.shape, "SHAPE", .branching, "How it falls: linear, cosine, or 1-sqrt. Default: linear."),
    Flag(.to, "RATE", .branching, "The rate that it falls to. Default: 0."),
    Flag(
      .set, "PATH=VALUE", .spec, repeats: true,
      "Override a value of the schedule file: scheduler.T_max=100; may be repeated."),
    Flag(.noFiles, nil, .spec, "Do not read files that a schedule refers to (metric CSV); for untrusted schedules."),
    Flag(
      .sweep, "NAME=V,V,…", .variants, repeats: true,
      "Draw one curve per value; NAME is an option, or a path as in --set."),
    Flag(.printSpec, nil, .variants, "Print the equivalent schedule file instead of drawing it."),
    Flag(.output, short: "o", "PATH", .output, "File or folder to write; - is standard output."),
    Flag(
      .format, short: "f", "LIST", .output,
      "svg, csv, json, or text; separate several with commas. Default: from PATH's extension, else svg; text on a terminal."
    ),
    Flag(.title, "TEXT", .picture, "Title of the picture."),
    Flag(.width, "PIXELS", .picture, "Width of the picture. Default: 720."),
    Flag(.height, "PIXELS", .picture, "Height of the picture. Default: 400, or more where its panels need it."),
    Flag(.scale, "FACTOR", .picture, "Draw type, lines, and dots larger. Default: 1."),
    Flag(.caption, "TEXT", .picture, "Text at the foot of the picture."),
    Flag(.source, nil, .picture, "Show the schedule's source at the foot."),
    Flag(.mark, "PLACE[:TEXT]", .picture, repeats: true, "Mark a place on the step axis: 30:now; may be repeated."),
    Flag(
      .x, "AXIS", .picture,
      "Unit of the step axis: epoch, step, sample, token, or percent. Default: epoch, if the schedule has epochs."),
    Flag(.xScale, "SCALE", .picture, "Scale of the step axis: linear or log. Default: linear."),
    Flag(.xMin, "PLACE", .picture, "Start of the step axis, in its unit."),
    Flag(.xMax, "PLACE", .picture, "End of the step axis, in its unit."),
    Flag(.y, "SCALE", .picture, "Scale of the rate axis: linear or log. Default: linear."),
    Flag(.yMin, "RATE", .picture, "Lower end of the rate axis."),
    Flag(.yMax, "RATE", .picture, "Upper end of the rate axis."),
    Flag(.ofPeak, nil, .picture, "Draw rates as percentages of each curve's peak."),
    Flag(.curve, "STYLE", .picture, "Draw curves as step or line. Default: auto, which depends on the kind."),
    Flag(
      .theme, "THEME", .picture,
      "auto (light and dark in one file), light, dark, page (follows the page around it), or print (safe in greyscale). "
        + "Default: auto."),
    Flag(.background, "COLOUR", .picture, "auto, none, or a colour. Default: auto."),
    Flag(.idPrefix, "TEXT", .picture, "Prefix of element ids in the SVG, for several pictures in one page."),
    Flag(.ascii, nil, .picture, "Draw the terminal preview in ASCII."),
    Flag(.label, "NAME,NAME,…", .naming, "Names of the curves, in order."),
    Flag(.difference, nil, .comparison, "Add a panel with each curve's difference from the first."),
    Flag(.golden, "DIR", .checking, "Folder of the golden files. Default: beside their schedule files."),
    Flag(.update, nil, .checking, "Create or update golden files; refused where CI is set."),
    Flag(.force, nil, .checking, "With --update: also where CI is set."),
    Flag(.exact, nil, .checking, "Allow no difference, not even in the last bit."),
    Flag(.rtol, "FRACTION", .checking, "Relative tolerance. Default: 1e-9; for logs, the digits that are written."),
    Flag(.atolPeak, "FRACTION", .checking, "Absolute tolerance, as a fraction of the column's peak. Default: 1e-12."),
    Flag(.strict, nil, .checking, "Also fail on orphaned golden files."),
    Flag(
      .format, short: "f", "FORM", .reporting,
      "text, github, junit, or json. Default: github where GITHUB_ACTIONS is true, else text. --report is the same."),
    Flag(.diff, "DIR", .checking, "Write a picture and the values of each curve or log that differs."),
    Flag(.log, "FILE", .checking, repeats: true, "Compare with the rates of a training log; may be repeated."),
    Flag(.logForm, "FORM", .logs, "Form of the log. Default: detected from its content."),
    Flag(.logEvery, "N", .logs, "Updates between readings, for console logs without steps."),
    Flag(.offset, "N", .logs, "A reading of step S is row S + N. Default: as the form’s program logs."),
    Flag(.column, "NAME", .logs, "The column of the log that holds the rate."),
    Flag(.check, nil, .rendering, "Write nothing; list results that are missing or out of date."),
    Flag(.jobs, short: "j", "N", .batch, "Number of files processed in parallel. Default: the number of processors."),
    Flag(.failFast, nil, .batch, "Stop at the first failure."),
    Flag(.allow, "RULE", .linting, repeats: true, "Rules to ignore, separated by commas; may be repeated."),
    Flag(.fix, nil, .linting, "Apply fixes to the files where there is only one sensible fix."),
    Flag(
      .color, "WHEN", .everywhere,
      "Colour: auto, always, or never. Default: auto, which is on a terminal and without NO_COLOR."),
    Flag(.quiet, short: "q", nil, .everywhere, repeats: true, "Print only results and errors."),
    Flag(.verbose, short: "v", nil, .everywhere, repeats: true, "Also print what is read and written."),
    Flag(.help, short: "h", nil, .everywhere, "Print help."),
    Flag(.version, short: "V", nil, .everywhere, "Print the version."),
  ]
}
