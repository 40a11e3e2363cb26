import Text

/// The command to run next, to be pasted as it is.
struct NextCommand: Sendable {
  /// More files than this are not named one by one.
  private static let mostNames = 5
  private static let mostOrphans = 20

  private let options: CheckOptions
  private let operands: [String]
  /// The flags that decide what a difference is, as they were typed.
  private let flags: [String]
  private var stale: [String] = []
  private var isOccupied = false
  private var broken: [String] = []
  private var orphans: [String] = []

  init(_ line: ParsedLine, _ options: CheckOptions) {
    self.options = options
    operands = line.operands.map(\.text)
    var flags: [String] = []
    if let folder = line.value(of: .golden) { flags += ["--golden", folder.text] }
    if line.has(.exact) { flags.append("--exact") }
    for name in [Flag.Name.rtol, .atolPeak] {
      if let value = line.value(of: name) { flags += ["--\(name.rawValue)", value.text] }
    }
    if line.has(.noFiles) { flags.append("--no-files") }
    for set in line.values(of: .set) { flags += ["--set", set.text] }
    self.flags = flags
  }

  mutating func add(_ verdict: Verdict) {
    switch verdict.outcome {
    case .same, .made, .updated: break
    case .missing, .differs, .unreadable: stale.append(verdict.path)
    case .occupied:
      stale.append(verdict.path)
      isOccupied = true
    case .failed where verdict.isUnread: break
    case .failed: broken.append(verdict.path)
    case .orphan: orphans.append(verdict.path)
    }
  }

  /// What to do about everything, each command with its occasion; nothing when there is nothing to do.
  var commands: [(when: String, command: String)] {
    var commands: [(when: String, command: String)] = []
    if !orphans.isEmpty, orphans.count <= Self.mostOrphans {
      let what = orphans.count == 1 ? "the orphan is" : "the orphans are"
      commands.append(("If \(what) not needed", "rm \(orphans.shellOperands)"))
    }
    if !broken.isEmpty {
      let what = broken.count == 1 ? "the error" : "the errors"
      commands.append(("After fixing \(what)", command(for: broken)))
    }
    if !stale.isEmpty { commands.append(("If the change is intended", update(stale, elsewhere: isOccupied))) }
    return commands
  }

  /// What to do about one file.
  func command(for verdict: Verdict) -> String? {
    switch verdict.outcome {
    case .same, .made, .updated: nil
    case .missing, .differs, .unreadable: update([verdict.path])
    case .occupied: update([verdict.path], elsewhere: true)
    case .failed: verdict.isUnread ? nil : command(for: [verdict.path])
    case .orphan: "rm \([verdict.path].shellOperands)"
    }
  }

  /// Makes goldens, in a folder of their own where there is no place for them beside the schedules.
  private func update(_ paths: [String], elsewhere: Bool = false) -> String {
    command(for: elsewhere ? operands : paths, ["--update"] + (elsewhere ? ["--golden", "goldens"] : []))
  }

  private func command(for paths: [String], _ more: [String] = []) -> String {
    // In a folder of goldens a file has its place by the operand that it was found in.
    let names = paths.count > Self.mostNames || options.goldens.folder != nil ? operands : paths
    let words = ["lrplot", "check"] + more + flags.map(\.shellQuoted)
    return words.joined(separator: " ") + " " + names.shellOperands
  }
}
