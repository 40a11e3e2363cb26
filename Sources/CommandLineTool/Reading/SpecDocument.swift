import Diagnostics
import Imports
import JSON
import Schedules
import Text

/// The document of a schedule: a file as the command line wants it, or the command line itself.
struct SpecDocument {
  let value: Value
  /// Where its places are.
  let source: Source
  /// What the files that it names are relative to.
  let folder: String
  /// The line that it stands for, if it is not a file.
  private let line: ParsedLine?

  /// A document that was made of a file's.
  init(_ value: Value, of source: Source, in folder: String) {
    (self.value, self.source, self.folder) = (value, source, folder)
    line = nil
  }

  /// The document of a command line that names kinds.
  init(of line: ParsedLine) throws(Failure) {
    let overrides = try Overrides(line)
    source = line.line.source
    folder = "."
    self.line = line
    do throws(Diagnostic) {
      value = try overrides.apply(to: LineDocument(line).value())
    } catch {
      throw .diagnosed(line.line.source, DiagnosticList([error]))
    }
  }

  /// The document of a file, changed as the overrides have it.
  init(
    of source: Source, at path: String, _ overrides: Overrides, writing targets: [String] = [], in world: World
  ) throws(Failure) {
    line = nil
    folder = path == "-" ? "." : Path.folder(of: path)
    let read: (value: Value, source: Source)
    do throws(Failure) {
      read = try world.document(of: source, at: path, writing: targets)
    } catch {
      throw error.withHint(forFile: path)
    }
    self.source = read.source
    do throws(Diagnostic) {
      value = try overrides.apply(to: read.value, of: source)
    } catch {
      throw .diagnosed(read.source, DiagnosticList([error]))
    }
  }

  /// The document that a configuration was converted into, changed as the overrides have it.
  init(of source: Source, at path: String, _ overrides: Overrides, imported: Import) throws(Failure) {
    line = nil
    folder = path == "-" ? "." : Path.folder(of: path)
    self.source = imported.source
    do throws(Diagnostic) {
      value = try overrides.apply(to: imported.document, of: source)
    } catch {
      throw .diagnosed(imported.source, DiagnosticList([error]))
    }
  }

  /// Reads it; files that would be overwritten are refused.
  func spec(writing targets: [String] = [], in world: World) throws(Failure) -> Spec {
    var files: [String] = []
    return try spec(writing: targets, noting: &files, in: world)
  }

  /// Reads it and notes the files that it names, whether it is good or not.
  /// - Parameter opening: whether they are read, too; without them a schedule that names one is none.
  func spec(
    writing targets: [String] = [], noting files: inout [String], opening: Bool = true, in world: World
  ) throws(Failure) -> Spec {
    var named: [String] = []
    defer { files += named }
    do throws(DiagnosticList) {
      return try Spec.read(value, plot: PlotOptions.reader) { (name) throws(Diagnostic) in
        guard world.request.readsNamedFiles else { throw SpecFile.forbidden(name) }
        named.append(Path.join(folder, name))
        guard opening else { throw Diagnostic(.io, "\(name) is not read now") }
        return try SpecFile.reader(in: folder, writing: targets, world)(name)
      }
    } catch {
      throw .diagnosed(source, line.map { error.inFlags(of: $0) } ?? error)
    }
  }
}

extension DiagnosticList {
  /// The same, but a missing parameter is named as it is typed.
  fileprivate func inFlags(of line: ParsedLine) -> DiagnosticList {
    DiagnosticList(
      all.map { problem in
        guard problem.code == .param, let name = problem.parameter,
          let index = line.links.firstIndex(where: { $0.word.range == problem.range }),
          let parameter = line.links[index].kind.declaration.parameters.first(where: { $0.name == name })
        else { return problem }
        let isLast = !line.links.dropFirst(index + 1).contains { $0.connective == .then }
        // The run fills the length of the last stage.
        let help = parameter.help.ends(with: ".") ? parameter.help.dropping(last: 1) : parameter.help
        let run = parameter.role == .length && isLast ? ", or --epochs N for the run" : ""
        if [.scheduler, .schedulers].contains(parameter.valueType.required) {
          return problem.saying(
            problem.message,
            hint: "on a line, --then joins kinds: lrplot linear --total-iters 5 --then cosine --tmax 45")
        }
        return problem.saying(
          problem.message, hint: "add --\(parameter.flagName) (\(help.sentenceContinued))\(run)")
      })
  }
}

extension String {
  /// A sentence as it reads inside another: without its capital, unless the first word is all capitals.
  fileprivate var sentenceContinued: String {
    let bytes = Bytes(utf8)
    guard bytes.count > 1, bytes[0] >= 0x41, bytes[0] <= 0x5A, !(bytes[1] >= 0x41 && bytes[1] <= 0x5A) else {
      return self
    }
    return (Bytes([bytes[0] | 0x20]) + bytes.dropFirst()).text
  }
}

extension Failure {
  /// The same, but for a file that is not JSON it adds that schedule files are.
  fileprivate func withHint(forFile path: String) -> Failure {
    guard case .diagnosed(let source, let problems) = self else { return self }
    let isOther = [".yaml", ".yml", ".toml", ".py", ".csv", ".txt", ".svg"].contains {
      path.lowercasedASCII.ends(with: $0)
    }
    guard isOther else { return self }
    return .diagnosed(
      source,
      DiagnosticList(
        problems.all.map { problem in
          guard problem.code == .json else { return problem }
          let likeness = problem.hint.flatMap { $0.begins(with: "this looks like") ? $0 : nil }
          let hint = likeness ?? "schedule files are JSON"
          return problem.saying(problem.message, hint: "\(hint); for a configuration, --from NAME says whose it is")
        }))
  }
}
