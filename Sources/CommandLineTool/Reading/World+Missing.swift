import Diagnostics
import System
import Text

extension World {
  /// Why a file cannot be read: that there is none, and which one was probably meant, or the system's reason.
  func failure(reading path: String, _ error: SystemError) -> Failure {
    if path == "-" { return .io("<stdin>", "cannot be read: \(error.description)") }
    guard error.isAbsence else { return .io(path, "cannot be read: \(error.description)") }
    return .io(path, "there is no such file", hint: Diagnostic.suggestion(fileNear(path)))
  }

  /// The file beside a path that does not exist whose name is close to it.
  func fileNear(_ path: String) -> String? {
    let (folder, name) = (Path.folder(of: path), Path.name(of: path))
    let names = ((try? FileSystem.names(in: self.path(folder))) ?? []).filter { !$0.begins(with: ".") }
    guard names.count <= 10_000 else { return nil }
    let start = path.dropping(last: name.utf8.count)
    if names.contains(where: "\(name).json".isSame) { return "\(start)\(name).json" }
    guard let near = Nearest.match(for: name, among: names),
      Nearest.edits(Array(near.utf8), Array(name.utf8)) <= max(1, name.utf8.count / 6)
    else { return nil }
    return start + near
  }
}
