import Diagnostics
import JSON
import Schedules
import System
import Text

/// `lrplot lint --fix`: writes the fixes that are the only sensible one, and leaves every other byte as it is.
enum LintFix {
  /// What is plain: a schedule that should be as long as it is stepped.
  private static let plain: Set<LintRule> = [.bounce, .earlyEnd, .unfinished]
  /// A fix may uncover another finding, but not without end.
  private static let most = 100

  /// Refuses what cannot be written back.
  static func check(_ line: ParsedLine) throws(Failure) {
    guard line.links.isEmpty, !line.operands.contains(where: { $0.text == "-" }) else {
      throw Failure.usage("--fix writes into files, and there is none", hint: "name a schedule file")
    }
    guard line.assignments.isEmpty else {
      throw Failure.usage("--fix writes to the file, and --set applies to one run only", hint: "leave one of them out")
    }
  }

  /// Writes the fixes of one file.
  static func apply(to input: Input, allowing allowed: [LintRule], in world: World) throws(Failure) {
    let original = try LintCommand.document(input, in: world).source.bytes
    var bytes = original
    for _ in 0..<most {
      let source = Source(name: input.path, bytes: bytes)
      let document = try SpecDocument(of: source, at: input.path, .none, in: world)
      let findings = Lint.findings(in: try document.spec(in: world), of: document.linted(in: world), allowing: allowed)
      let next = findings.lazy.compactMap { finding -> (SourceRange, Value)? in
        guard plain.contains(finding.rule), let fix = finding.fix, let range = fix.range, range.upper <= bytes.count
        else { return nil }
        return (range, fix.value)
      }.first
      guard let (range, value) = next, case .number(let number) = value.content else { break }
      bytes.replaceSubrange(range.lower..<range.upper, with: Shown.number(number.value).utf8)
    }
    guard bytes != original else { return }
    do throws(SystemError) {
      try AtomicFile.write(Pieces(bytes), to: world.path(input.path))
    } catch {
      throw .io(input.path, "cannot be written: \(error.description)")
    }
  }
}

extension SpecDocument {
  /// The document as lint has it, to be read again with other values in it.
  func linted(in world: World) -> LintedDocument {
    let read = SpecFile.reader(in: folder, writing: [], world)
    return LintedDocument(value: value) { value in
      try? Spec.read(value) { (name) throws(Diagnostic) in
        guard world.request.readsNamedFiles else { throw SpecFile.forbidden(name) }
        return try read(name)
      }
    }
  }

  /// A line about what lint finds in a schedule that is drawn on a terminal.
  func lintNote(of spec: Spec, _ line: ParsedLine, in world: World) -> String {
    let count = Lint.found(in: spec, of: linted(in: world), allowing: []).count
    if count == 0 { return "" }
    let words = line.scheduleWords.map(\.shellQuoted).joined(separator: " ")
    return "\(count.counted("finding")): lrplot lint \(words)\n"
  }
}
