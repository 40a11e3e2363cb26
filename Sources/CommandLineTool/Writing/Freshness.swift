import Diagnostics
import Text

/// Whether results are what they would be if they were made now: `render --check`.
///
/// With `--output` every result is asked for, and so is that of a schedule file that is named itself. Without, the results
/// of a folder are those beside its schedules; one that was never made does not count as missing, unless all are.
struct Freshness {
  /// More files than this are not named one by one.
  private static let mostNames = 5

  let destination: Destination
  /// The inputs, with their results beside them where no place was named.
  let inputs: [Input]
  private let line: ParsedLine
  private let isBeside: Bool
  private var isAnyThere = false
  private var stale: [Stale] = []
  private var unasked: [Stale] = []

  private struct Stale {
    let input: Input
    let path: String
    let state: Results.State

    var line: String { "\(state.word)\(state == .stale ? "  " : "")  \(path.visible)\n" }
  }

  init(_ line: ParsedLine, _ inputs: [Input], isSingle: Bool, in world: World) throws(Failure) {
    self.line = line
    isBeside = line.value(of: .output) == nil
    guard isBeside else {
      destination = try Destination(line, isSingle: isSingle, in: world)
      self.inputs = inputs
      if case .standardOutput = destination.place {
        throw Failure.usage("--check holds files against what they would be")
      }
      return
    }
    destination = try Destination(besideInputs: line)
    for (name, reason) in [(Format.json, "schedule files"), (.csv, "goldens, which `lrplot check` looks after")]
    where destination.formats.contains(name) {
      throw Failure.usage(
        "the .\(name.ending) files beside schedules are \(reason)", hint: "name a folder: --output DIR")
    }
    if inputs.contains(where: { $0.path == "-" }) {
      throw Failure.usage("standard input has no file beside it", hint: "name the file: --output FILE")
    }
    self.inputs = inputs.map { input in
      var input = input
      input.relative = Path.withoutEnding(input.path)
      return input
    }
  }

  /// Whether a result of an input is stale.
  func isStale(_ state: Results.State, of input: Input) -> Bool {
    switch state {
    case .written, .unchanged: false
    case .stale: true
    case .missing: !isBeside || input.operand == nil
    }
  }

  /// Adds the results of an input, and returns what to print at once.
  mutating func add(_ files: [(path: String, state: Results.State)], of input: Input) -> String {
    var lines = ""
    for (path, state) in files {
      let result = Stale(input: input, path: path, state: state)
      if state != .missing { isAnyThere = true }
      if isStale(state, of: input) {
        stale.append(result)
        lines += result.line
      } else if state == .missing {
        unasked.append(result)
      }
    }
    return lines
  }

  /// Ends the list: with what is missing where nothing is there, and with the command to run next.
  mutating func end() -> (text: String, exit: Exit) {
    var text = ""
    if !isAnyThere, stale.isEmpty {
      stale = unasked
      text = unasked.map(\.line).joined()
    }
    if stale.isEmpty { return ("", .done) }
    return (text + "To bring \(stale.count == 1 ? "it" : "them") up to date:\n" + commands.joined(), .differs)
  }

  private var commands: [String] {
    guard isBeside else {
      let typed = line.given.filter { $0.name == Flag.Name.check.rawValue }.map(\.typed.range)
      return [command(line.line.arguments.filter { !typed.contains($0.range) }.map(\.text))]
    }
    let operands = Set(stale.map { $0.input.operand.map(ExactText.init) })
    if stale.count > Self.mostNames, unasked.count == 0 || !isAnyThere, operands.count == 1,
      let folder = operands.first,
      let folder = folder?.text
    {
      let formats = line.value(of: .format).map { ["--format", $0.text] } ?? []
      return [command(["render"] + flags + formats + ["--output", folder], folder)]
    }
    return stale.map { command(["render"] + flags + ["--output", $0.path], $0.input.path) }
  }

  /// The flags that change the picture, as they were typed.
  private var flags: [String] {
    let names = Flag.all.filter { [.picture, .spec, .variants].contains($0.scope) }.map(\.name)
    return line.given.filter { names.contains($0.name) }.flatMap {
      [$0.typed.text] + ($0.value.map { [$0.text] } ?? [])
    }
  }

  private func command(_ words: [String], _ operands: String...) -> String {
    let words = (["lrplot"] + words).map(\.shellQuoted) + (operands.isEmpty ? [] : [operands.shellOperands])
    return "  \(words.joined(separator: " "))\n"
  }
}
