import Diagnostics
import Imports
import JSON
import Logs
import System
import Text

extension World {
  /// The schedule file that a source is or, where it is a trainer's configuration, amounts to.
  ///
  /// - Parameters:
  ///   - targets: the files that results are written to, which may not be read.
  func document(
    of source: Source, at path: String, writing targets: [String]
  ) throws(Failure) -> (value: Value, source: Source) {
    if request.imports.settings.trainer == nil, let value = try ownDocument(source) {
      if let stray = request.imports.stray, !request.imports.namesSeveral { throw stray }
      return (value, source)
    }
    let made = try imported(source, at: path, writing: targets)
    if request.imports.announcedPath == path {
      tell(made)
      tellIdleFlags(made, of: source, at: path, writing: targets)
    }
    return (made.document, made.source)
  }

  /// The document of a source that is not a configuration.
  private func ownDocument(_ source: Source) throws(Failure) -> Value? {
    do throws(Diagnostic) {
      let value = try Scanner.read(source)
      // Almost every file is a schedule file.
      return Configuration.isSchedule(value) || !Configuration.isConfiguration(source) ? value : nil
    } catch {
      if Configuration.isConfiguration(source) { return nil }
      throw .diagnosed(source, DiagnosticList([error]))
    }
  }

  /// Refuses flags for configurations where several files or a folder are named and none of them is one.
  func refuseStrays(_ paths: [String]) throws(Failure) {
    func isFolder(_ path: String) -> Bool { FileSystem.status(self.path(path))?.kind == .directory }
    guard let stray = request.imports.stray, request.imports.settings.trainer == nil,
      request.imports.namesSeveral || paths.count == 1 && isFolder(paths[0])
    else { return }
    for path in paths {
      // Of a folder only schedule files are taken.
      if isFolder(path) { continue }
      // What can be read only once is left to the command.
      guard path != "-", let bytes = try? FileContents.ofRegular(self.path(path)) else { return }
      if (try? ownDocument(Source(name: path, bytes: bytes))) == nil, !Log.isLog(bytes) { return }
    }
    throw stray
  }

  /// Reports which flags for configurations change nothing for this one.
  func tellIdleFlags(_ made: Import, of source: Source, at path: String, writing targets: [String]) {
    func schedule(_ document: Value) -> Bytes {
      guard case .object(let members) = document.content else { return document.text() }
      return Value.object(members.filter { $0.key != "$comment" && $0.key != "source" }.map { ($0.key, $0.value) })
        .text()
    }
    for (flag, options) in request.imports.alternatives {
      var other = self
      other.request.imports = options
      guard let without = try? other.imported(source, at: path, writing: targets),
        schedule(without.document) == schedule(made.document)
      else { continue }
      writeError(Bytes("lrplot: \(flag) changes nothing here: the schedule is the same without it\n".utf8))
    }
  }

  /// Whether a file of a folder is a trainer's configuration rather than a schedule file.
  func isConfiguration(_ source: Source) -> Bool {
    // Of thousands of schedule files none is scanned for it: a scheduler has a type, and none of them “params”.
    guard !source.bytes.hold("\"type\"") || source.bytes.hold("\"params\"") else { return false }
    guard let value = try? Scanner.read(source) else { return false }
    return !Configuration.isSchedule(value) && Configuration.isConfiguration(source)
  }

  /// Imports a configuration.
  func imported(_ source: Source, at path: String, writing targets: [String]) throws(Failure) -> Import {
    let folder = path == "-" ? "." : Path.folder(of: path)
    var companions: [Source] = []
    for companion in request.imports.companions { companions.append(try SpecFile.plainSource(companion, in: self)) }
    let read = SpecFile.reader(in: folder, writing: targets, self)
    do throws(Import.Failure) {
      return try Import.read(source, with: companions, request.imports.settings) { (name) throws(Diagnostic) in
        guard request.readsNamedFiles else { throw Diagnostic(.io, "\(name) is not read: --no-files forbids it") }
        guard !holdsLink(name, in: folder) else { throw Diagnostic(.io, "\(name) leads out of the folder by a link") }
        let bytes = try read(name)
        guard bytes.count <= SpecFile.largest else { throw Diagnostic(.io, "\(name) is larger than 4 MiB") }
        return bytes
      }
    } catch {
      throw .diagnosed(error.source, DiagnosticList([error.problem]))
    }
  }

  /// Whether a part of a path below a folder is a symbolic link, which may lead anywhere.
  private func holdsLink(_ name: String, in folder: String) -> Bool {
    var path = folder
    for part in name.split(separator: "/") {
      path = Path.join(path, String(part))
      if FileSystem.status(self.path(path), followingLinks: false)?.kind == .link { return true }
    }
    return false
  }

  /// Reports what was derived and filled in.
  func tell(_ made: Import) {
    let head = "lrplot: \(made.source.name) is read by the rules of \(made.rules)\n"
    let notes = made.notes.map { "lrplot: \($0)\n" }
    writeError(Bytes(Excerpt.visibleLines(([head] + notes).joined())))
  }
}

extension Excerpt {
  /// Lines of text from outside, safe to be sent to a terminal.
  static func visibleLines(_ text: String) -> String.UTF8View {
    text.split(separator: "\n").map { visible(String($0)) + "\n" }.joined().utf8
  }
}

extension Bytes {
  /// Whether a text stands in them.
  fileprivate func hold(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      guard let first = wanted.first, count >= wanted.count else { return false }
      return withUnsafeBufferPointer { bytes in
        (0...bytes.count - wanted.count).contains { start in
          bytes[start] == first && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
        }
      }
    }
  }
}
