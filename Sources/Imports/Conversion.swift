import Diagnostics
import JSON
import Schedules
import Text

/// A configuration on its way to a schedule file: what is known, and what to report.
struct Conversion {
  let trainer: Trainer
  var settings: RunSettings
  /// The files given beside it, whatever they are.
  let companions: [Configuration]
  /// Reads a file that the configuration names.
  let file: (Entry) throws(Diagnostic) -> NamedFile
  /// What was derived and filled in, in the order in which it was.
  var notes: [String] = []

  init(
    _ trainer: Trainer, _ settings: RunSettings, companions: [Configuration],
    file: @escaping (Entry) throws(Diagnostic) -> NamedFile
  ) {
    self.trainer = trainer
    self.settings = settings
    self.companions = companions
    self.file = file
  }

  mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  /// Reports that a key is missing and its default holds.
  mutating func noteDefault(_ key: String, _ value: String) { note("\(key) is not given: \(value)") }

  /// The rules that are followed, for `source`.
  var rules: String {
    guard let version = settings.version else { return trainer.rules }
    return version.library == trainer.rawValue ? version.words : "\(trainer.rawValue) on \(version.words)"
  }

  /// Whether an older version than this is asked for.
  func isBefore(_ library: String, _ parts: [Int]) -> Bool {
    guard let version = settings.version, version.library == library else { return false }
    return version.parts.lexicographicallyPrecedes(parts)
  }

  // MARK: Rates and optimizers

  /// The rate of a table, of `--lr`, or the default.
  mutating func rate(
    _ table: Table, _ keys: [String], standard: Double?, why: String = "no rate is given"
  ) throws(Diagnostic) -> Value {
    if let rate = settings.rate {
      if let entry = table.found(keys) { note("\(entry.key): \(Shown.number(rate)), by --lr") }
      return .number(rate)
    }
    if let entry = try table.entry(keys) {
      let number = try Table.number(entry)
      return Value(.number(Number(number, isInteger: Int(exactly: number) != nil)), at: entry.value.range)
    }
    guard let standard else {
      throw Diagnostic(.import, why, at: table.range.part(0, 1), hint: "give --lr")
    }
    noteDefault(keys.first ?? "lr", Shown.number(standard))
    return .number(standard)
  }

  /// The class of torch that a trainer's name for an optimizer stands for; schedules see nothing but its groups.
  mutating func optimizer(_ name: String?, standard: String = "AdamW") -> String {
    guard let name = settings.optimizer ?? name else { return standard }
    let folded = name.behindLastDot.folded
    if let known = OptimizerType.named(folded) { return known.name }
    for (part, type) in Conversion.families where folded.holds(part) { return type }
    note("optimizer \(name): drawn as \(standard), which has the same rates")
    return standard
  }

  /// What is in the name of an optimizer, and torch's class for it; the first that fits.
  private static let families = [
    ("adamw", "AdamW"), ("adafactor", "Adafactor"), ("adamax", "Adamax"), ("nadam", "NAdam"), ("radam", "RAdam"),
    ("adagrad", "Adagrad"), ("adadelta", "Adadelta"), ("adam", "Adam"), ("muon", "Muon"), ("rmsprop", "RMSprop"),
    ("sgd", "SGD"), ("nesterov", "SGD"), ("momentum", "SGD"),
  ]

  /// Refuses optimizers whose rates are made while they run.
  func refuseFreeRunning(_ entry: Entry?) throws(Diagnostic) {
    guard let entry, case .text(let name) = entry.value.content else { return }
    let folded = name.folded
    guard ["prodigy", "dadapt", "schedulefree", "adafactorschedule"].contains(where: folded.holds) else { return }
    throw Diagnostic(
      .import, "“\(name)” computes its rates during training; there is no schedule to draw", at: entry.value.range)
  }

  // MARK: Counts

  /// What was given as epochs, in the file or on the line.
  mutating func epochs(_ table: Table, _ keys: [String], standard: Double?) throws(Diagnostic) -> (Double, SourceRange)?
  {
    if let epochs = settings.epochs {
      return (Double(epochs), table.found(keys)?.value.range ?? table.range.part(0, 1))
    }
    if let entry = try table.entry(keys) {
      let number = try Table.number(entry)
      guard number > 0, number <= 1e9 else {
        throw Diagnostic(.import, "“\(entry.key)” must be above 0", at: entry.value.range)
      }
      return (number, entry.value.range)
    }
    guard let standard else { return nil }
    noteDefault(keys.first ?? "epochs", Shown.number(standard))
    return (standard, table.range.part(0, 1))
  }

  /// `ceil`, as Python has it for a double.
  static func ceiling(_ value: Double, at range: SourceRange) throws(Diagnostic) -> Int {
    try whole(value.rounded(.up), at: range)
  }

  /// `int`, as Python has it for a double.
  static func truncated(_ value: Double, at range: SourceRange) throws(Diagnostic) -> Int {
    try whole(value.rounded(.towardZero), at: range)
  }

  private static func whole(_ value: Double, at range: SourceRange) throws(Diagnostic) -> Int {
    guard abs(value) <= 1e12, let count = Int(exactly: value) else {
      throw Diagnostic(.import, "this would be \(Shown.number(value)) steps", at: range)
    }
    return count
  }
}

/// What the command line says, else what the file does; the file is not looked at in vain.
func given<T>(_ asked: T?, _ other: @autoclosure () throws(Diagnostic) -> T?) throws(Diagnostic) -> T? {
  if let asked { return asked }
  return try other()
}

extension String {
  /// Whether it holds another text, byte by byte.
  func holds(_ part: String) -> Bool {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return wanted.isEmpty }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}

/// A file that a configuration names, read.
struct NamedFile {
  let root: Datum
  let syntax: Syntax
}
