import Synchronization
import System
import Text

/// The files that a batch makes, by where they are, so that none of its schedules reads one: what came out would depend
/// on which was done first.
final class OutputFiles: Sendable {
  /// The paths; asked for only when a schedule names a file.
  private let paths: @Sendable () -> [String]
  private let places = Mutex<Set<ExactText>?>(nil)

  init(_ paths: @escaping @Sendable () -> [String]) { self.paths = paths }

  /// Whether a path leads to one of them, now or when it is made.
  func hold(_ path: String) -> Bool {
    let wanted = OutputFiles.place(path).exact
    return places.withLock { places in
      let all = places ?? gathered()
      places = all
      return all.contains(wanted)
    }
  }

  /// Looks up now what exists.
  func gather() { _ = hold("") }

  private func gathered() -> Set<ExactText> {
    var folders: [ExactText: String] = [:]
    var places: Set<ExactText> = []
    for path in paths() {
      let folder = Path.folder(of: path)
      let place = folders[folder.exact] ?? OutputFiles.place(folder)
      folders[folder.exact] = place
      let joined = Path.join(place, Path.name(of: path))
      let isLink = FileSystem.status(joined, followingLinks: false)?.kind == .link
      places.insert((isLink ? OutputFiles.place(AtomicFile.end(ofLinks: joined)) : joined).exact)
    }
    return places
  }

  /// The path without links, whether or not anything is there: as far as it leads somewhere, and what follows as written.
  private static func place(_ path: String, depth: Int = 0) -> String {
    if let real = FileSystem.resolved(path) { return real }
    // The system does not allow longer paths, and a schedule may name one of megabytes.
    guard path.utf8.count <= 4096, path != ".", path != "/" else { return path }
    if let target = FileSystem.target(ofLink: path), depth < 40 {
      return place(Path.join(Path.folder(of: path), target), depth: depth + 1)
    }
    let (folder, name) = (place(Path.folder(of: path), depth: depth), Path.name(of: path))
    switch name {
    case "", ".": return folder
    case "..": return Path.folder(of: folder)
    default: return Path.join(folder, name)
    }
  }
}
