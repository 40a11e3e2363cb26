import Diagnostics
import Schedules
import System
import Text

extension World {
  /// Why a file cannot be read: that there is none, and which one was probably meant, or the system's reason.
  func failure(reading path: String, _ error: SystemError) -> Failure {
    if path == "-" { return .io("<stdin>", "cannot be read: \(error.description)") }
    if error == .isDirectory {
      let file = (try? FileSystem.names(in: self.path(path)))?.filter { $0.ends(with: ".json") }.min()
      return .io(
        path, "is a folder, and one file is expected",
        hint: file.map { "for example, \(Path.join(path, $0).shellQuoted)" })
    }
    guard error.isAbsence else { return .io(path, "cannot be read: \(error.description)") }
    return .io(path, "there is no such file", hint: meant(by: path))
  }

  /// What was probably meant by a name that no file has: a file beside it, or a kind.
  func meant(by operand: String) -> String? {
    if let near = Diagnostic.suggestion(fileNear(operand)) { return near }
    if let kind = Catalogue.kind(named: operand) {
      return "`lrplot \(kind.typedName) …` draws a kind; --print-spec makes a file of it"
    }
    let isBare = !operand.utf8.contains(where: { "/.".utf8.contains($0) }) || Catalogue.family(named: operand) != nil
    return isBare ? Command.nearest(to: operand).map { "did you mean the kind “\($0)”?" } : nil
  }

  /// The file whose name is close to a path that does not exist: beside it, or in a folder of a close name.
  func fileNear(_ path: String) -> String? {
    let (folder, name) = (Path.folder(of: path), Path.name(of: path))
    let start = path.dropping(last: name.utf8.count)
    if let near = self.name(near: name, in: folder) { return start + near }
    guard start.utf8.count > 1, FileSystem.status(self.path(folder)) == nil, let meant = fileNear(folder) else {
      return nil
    }
    let file = Path.join(meant, name)
    return FileSystem.status(self.path(file)) == nil ? nil : file
  }

  /// The name in a folder that is close to another, whatever its capitals and its ending.
  private func name(near name: String, in folder: String) -> String? {
    let names = ((try? FileSystem.names(in: self.path(folder))) ?? []).filter { !$0.begins(with: ".") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    guard names.count <= 10_000 else { return nil }
    for wanted in ["\(name).json", "\(Path.stem(of: name)).json"] where names.contains(where: wanted.isSame) {
      return wanted
    }
    if let end = name.utf8.lastIndex(of: UInt8(ascii: ".")), end != name.startIndex {
      let wanted = "\(name[..<end]).json"
      if names.contains(where: wanted.isSame) { return wanted }
    }
    for typed in [name, "\(name).json"] {
      guard let near = Nearest.match(for: typed, among: names),
        Nearest.edits(Array(near.lowercasedASCII.utf8), Array(typed.lowercasedASCII.utf8))
          <= max(1, name.utf8.count / 6)
      else { continue }
      return near
    }
    return nil
  }
}
