import Diagnostics
import Imports
import Text

/// What a command line says about configurations of trainers, wherever they are taken in place of schedule files.
struct ImportOptions: Sendable {
  /// What it says of the run.
  var settings = RunSettings()
  /// The files of `--with`.
  var companions: [String] = []
  /// The only file of the line: what was derived and filled in is reported for it.
  var announcedPath: String?
  /// The report that a flag was given that means nothing to a schedule file.
  private(set) var stray: Failure?
  /// Whether the line names several files, of which one may be a configuration.
  private(set) var namesSeveral = false

  /// Nothing is said.
  static let none = ImportOptions()

  private init() {}

  /// The flags that mean something to configurations alone, besides those of importing.
  static let flags = [
    "lr", "epochs", "steps-per-epoch", "steps", "dataset-size", "world-size", "accumulate", "optimizer",
  ]

  /// Whether a flag of other commands means something where a configuration may stand.
  static func accepts(_ name: String) -> Bool { flags.contains(name) || name == "set" || name == "no-files" }

  init(_ line: ParsedLine) throws(Failure) {
    guard line.links.isEmpty else {
      let own = line.given.first { given in
        Flag.all.contains { $0.name == given.name && $0.scope == .configuration }
      }
      guard let own else { return }
      throw line.line.failure(
        "“\(own.typed.text)” is an option for trainers’ configurations, and this is a kind", at: own.typed.range)
    }
    // What stands after the file of `at` are steps.
    let isOnly = line.command?.text == "at" || line.operands.count == 1
    if !line.isQuiet, isOnly { announcedPath = line.operands.first?.text }
    if line.given.isEmpty { return }
    // There it is the other run's file.
    let isResumed = line.command?.text == "resume"
    if !isResumed { companions = line.values(of: .with).map(\.text) }
    if let name = line.value(of: .from) { settings.trainer = try ImportOptions.trainer(name, of: line.line) }
    if let version = line.value(of: .trainer) {
      settings.version = TrainerVersion(version.text)
      if settings.version == nil {
        throw line.line.failure(
          "“\(version.text)” is not a version of a trainer", at: version.range,
          hint: "for example, --trainer transformers-4.46")
      }
    }
    settings.datasetSize = try ImportOptions.count(.datasetSize, line)
    settings.batches = try ImportOptions.count(.batches, line)
    settings.worldSize = try ImportOptions.count(.worldSize, line)
    settings.accumulate = try ImportOptions.count(.accumulate, line)
    settings.stepsPerEpoch = try ImportOptions.count(.stepsPerEpoch, line)
    settings.steps = try ImportOptions.count(.steps, line)
    settings.epochs = try ImportOptions.count(.epochs, line)
    settings.optimizer = line.value(of: .optimizer)?.text
    if let rate = line.value(of: .lr) {
      guard let number = rate.typedNumber, number.isFinite, number >= 0 else {
        throw line.line.failure("“\(rate.text)” is not a rate", at: rate.range)
      }
      settings.rate = number
    }
    let first = line.given.first {
      ImportOptions.flags.contains($0.name) || ["trainer", "batches"].contains($0.name)
        || $0.name == "with" && !isResumed
    }
    namesSeveral = !isOnly
    if let first {
      let path = KnownFlags.path(of: first.name)
      stray = line.line.failure(
        "“\(first.typed.text)” is an option for kinds and trainers’ configurations, not for schedule files",
        at: first.typed.range, hint: path.map { "--set \($0)=… changes what a file says" } ?? "leave it out")
    }
  }

  /// The settings with one flag left out, for each that is given: a flag whose absence changes nothing is idle.
  var alternatives: [(flag: String, options: ImportOptions)] {
    let fields: [(String, (inout ImportOptions) -> Void)] = [
      ("--with", { $0.companions = [] }), ("--trainer", { $0.settings.version = nil }),
      ("--dataset-size", { $0.settings.datasetSize = nil }), ("--batches", { $0.settings.batches = nil }),
      ("--world-size", { $0.settings.worldSize = nil }), ("--accumulate", { $0.settings.accumulate = nil }),
      ("--steps-per-epoch", { $0.settings.stepsPerEpoch = nil }), ("--steps", { $0.settings.steps = nil }),
      ("--epochs", { $0.settings.epochs = nil }), ("--lr", { $0.settings.rate = nil }),
      ("--optimizer", { $0.settings.optimizer = nil }),
    ]
    return fields.compactMap { flag, leaveOut in
      var options = self
      leaveOut(&options)
      return options.companions.count == companions.count && options.settings == settings ? nil : (flag, options)
    }
  }

  private static func trainer(_ name: CommandLine.Argument, of line: CommandLine) throws(Failure) -> Trainer {
    if let trainer = Trainer(rawValue: name.text.folded) { return trainer }
    let all = Trainer.allCases.map(\.rawValue)
    throw line.failure(
      "unknown trainer “\(name.text)”", at: name.range,
      hint: Diagnostic.suggestion(Nearest.match(for: name.text, among: all)) ?? all.joined(by: ", "))
  }

  private static func count(_ name: Flag.Name, _ line: ParsedLine) throws(Failure) -> Int? {
    guard let value = line.value(of: name) else { return nil }
    guard let number = value.typedNumber, let count = Int(exactly: number), count >= 1, number <= 1e12
    else {
      throw line.line.failure("“\(value.text)” is not a whole number above 0", at: value.range)
    }
    return count
  }
}
