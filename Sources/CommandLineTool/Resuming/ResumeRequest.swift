import Diagnostics
import JSON
import Schedules
import Text

/// What a line of `resume` asks for: the document of the file with a `resume` in it.
struct ResumeRequest {
  private let line: ParsedLine
  private let document: Value
  private let source: Source
  private let folder: String
  /// The members of the interruption, but for how it is restored.
  private let members: [Member]
  /// The interruptions that the file has already.
  private let earlier: [Value]
  /// How the file says that it is restored.
  private let restore: Member?
  private let targets: [String]
  private let world: World

  init(_ line: ParsedLine, writing targets: [String], in world: World) throws(Failure) {
    (self.line, self.targets, self.world) = (line, targets, world)
    let path = line.operands[0].text
    folder = path == "-" ? "." : Path.folder(of: path)
    let plain = try SpecFile.plainSource(path, in: world)
    let own = try SpecDocument(of: plain, at: path, .none, writing: targets, in: world)
    var (document, source) = (own.value, own.source)
    // Another file stands after the first one, and the line after both.
    var other: Value?
    if let with = line.value(of: .with) {
      let read = try SpecDocument(
        of: try SpecFile.plainSource(with.text, in: world), at: with.text, .none, writing: targets, in: world)
      other = read.value.moved(by: source.wholeEnd)
      source = source.appending(read.source)
    }
    let distance = source.wholeEnd
    source = source.appending(line.line.source)
    self.source = source
    var (kept, last): ([Value], [Member]) = ([], [])
    if case .object(var own) = document.content,
      let place = own.firstIndex(where: { $0.key.isFolded(equalTo: "resume") })
    {
      let resume = own.remove(at: place).value
      kept = if case .array(let elements) = resume.content { elements } else { [resume] }
      document = Value(.object(own), at: document.range)
    }
    if line.value(of: .at) == nil {
      guard case .object(let written)? = kept.popLast()?.content else {
        throw Failure.usage(
          "resume needs to know where the run is interrupted", hint: "--at 45: after 45 epochs or updates")
      }
      last = written
    }
    do throws(Diagnostic) {
      try Self.change(&last, line, of: document, other: other, movedBy: distance)
    } catch {
      throw .diagnosed(source, DiagnosticList([error]))
    }
    restore = last.first { $0.key.isFolded(equalTo: "restore") }
    members = last.filter { !$0.key.isFolded(equalTo: "restore") }
    earlier = kept
    self.document = document
  }

  /// Says in the members of an interruption what the line says.
  private static func change(
    _ members: inout [Member], _ line: ParsedLine, of document: Value, other: Value?, movedBy distance: Int
  ) throws(Diagnostic) {
    func set(_ key: String, _ value: Value) {
      members.removeAll { $0.key.isFolded(equalTo: key) }
      members.append(Member(key: key, at: value.range, value: value))
    }
    if let at = line.value(of: .at) { set("at", at.number().moved(by: distance)) }
    if !line.assignments.isEmpty || other != nil {
      let patch = members.first { $0.key.isFolded(equalTo: "with") }?.value
      let resumed = other ?? patch.map { MergePatch.apply($0, to: document) } ?? document
      let overrides: Overrides
      do throws(Failure) {
        overrides = try Overrides(line)
      } catch {
        throw Diagnostic(.usage, "a value of --set cannot be read", at: line.assignments.first?.path.range)
      }
      let changed = try overrides.apply(to: resumed, movedBy: distance)
      set("with", MergePatch.difference(from: document, to: changed))
    }
    let settings = line.values(of: .after)
    guard !settings.isEmpty else { return }
    var after: [Member] = []
    for setting in settings {
      guard let (path, value) = setting.assignment else {
        throw Diagnostic(
          .usage, "“\(setting.text)” is not PATH=VALUE", at: setting.range.moved(by: distance),
          hint: "for example, --after scheduler.T_max=200")
      }
      after.append(
        Member(
          key: path.text, at: path.range.moved(by: distance),
          value: try value.json(of: line.line.source).moved(by: distance)))
    }
    set("after", Value(.object(after), at: settings[0].range.moved(by: distance)))
  }

  /// The document with the interruption, restored as the line says, or the file, or as is usual.
  func document(restoring way: CommandLine.Argument?) throws(Failure) -> SpecDocument {
    guard let way else { return document(restore) }
    let distance = source.wholeEnd - line.line.source.bytes.count - 1
    do throws(Diagnostic) {
      let value = try way.json(of: line.line.source).moved(by: distance)
      return document(Member(key: "restore", at: value.range, value: value))
    } catch {
      throw .diagnosed(line.line.source, DiagnosticList([error]))
    }
  }

  func document(restoring way: Restoration) throws(Failure) -> SpecDocument {
    document(Member(key: "restore", at: document.range, value: Value(.string(way.rawValue), at: document.range)))
  }

  private func document(_ restore: Member?) -> SpecDocument {
    let range = members.first?.value.range ?? document.range
    let resume = Value(.object(members + (restore.map { [$0] } ?? [])), at: range)
    let value = earlier.isEmpty ? resume : Value(.array(earlier + [resume]), at: range)
    var own: [Member] = if case .object(let own) = document.content { own } else { [] }
    own.append(Member(key: "resume", at: range, value: value))
    return SpecDocument(Value(.object(own), at: document.range), of: source, in: folder)
  }

  /// The ways of the schedule’s library.
  var ways: [Restoration] {
    get throws(Failure) {
      // The file must be in order without an interruption.
      try SpecDocument(document, of: source, in: folder).spec(writing: targets, in: world).ways
    }
  }
}
