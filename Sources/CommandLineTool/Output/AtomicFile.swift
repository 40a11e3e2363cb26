import Text
import System

/// Writes files so that nobody ever sees half of one.
enum AtomicFile {
  /// Puts a text where a path leads: into a temporary file beside it, then in its place.
  ///
  /// A file that holds this text already is not touched; what is there and is no regular file (a device, a pipe) is
  /// written in place; a symbolic link is followed. Gives whether anything was written.
  /// - Parameter makesFolder: whether the folder that it stands in is made with it.
  @discardableResult
  static func write(_ pieces: Pieces, to path: String, makesFolder: Bool = false) throws(SystemError) -> Bool {
    var (target, status) = (path, FileSystem.status(path, followingLinks: false))
    if status?.sort == .link {
      status = FileSystem.status(path)
      target = status == nil ? end(ofLinks: path) : FileSystem.resolved(path) ?? path
    }
    guard let status else {
      try replace(target, with: pieces, mode: nil, makesFolder: makesFolder)
      return true
    }
    switch status.sort {
    case .directory: throw .isDirectory
    case .file:
      if holds(target, pieces) { return false }
      try replace(target, with: pieces, mode: status.mode, makesFolder: makesFolder)
    case .link, .other:
      try fill(try FileSystem.openForWriting(path), with: pieces)
    }
    return true
  }

  /// Whether a file holds just this text; finds out at the first piece that differs.
  static func holds(_ path: String, _ pieces: Pieces) -> Bool {
    guard let descriptor = try? FileSystem.openForReading(path) else { return false }
    defer { try? descriptor.close() }
    for piece in pieces {
      guard let old = try? descriptor.readPiece(of: piece.count), old == piece else { return false }
    }
    return (try? descriptor.readPiece(of: 1)) == []
  }

  /// Where links lead that lead to nothing yet: the file is made there, and the links stay.
  static func end(ofLinks path: String) -> String {
    var path = path
    for _ in 0..<40 {
      guard let target = FileSystem.target(ofLink: path) else { break }
      path = Path.join(Path.folder(of: path), target)
    }
    return path
  }

  static func contents(of path: String) throws(SystemError) -> Bytes {
    let descriptor = try FileSystem.openForReading(path)
    defer { try? descriptor.close() }
    return try descriptor.readAll()
  }

  private static func fill(_ descriptor: Descriptor, with pieces: Pieces) throws(SystemError) {
    do throws(SystemError) {
      for piece in pieces { try descriptor.writeAll(piece) }
    } catch {
      try? descriptor.close()
      throw error
    }
    // Some file systems tell only here that the disk is full.
    try descriptor.close()
  }

  private static func replace(
    _ path: String, with pieces: Pieces, mode: UInt32?, makesFolder: Bool
  ) throws(SystemError) {
    let interruption = Interruption()
    defer { interruption.release() }
    let folder = Path.folder(of: path)
    let temporary = Path.join(folder, ".\(Path.name(of: path)).\(CurrentProcess.identifier).tmp")
    let descriptor = try create(temporary, mode: mode ?? 0o666, in: makesFolder ? folder : nil)
    if let mode { descriptor.setMode(mode) }
    do throws(SystemError) {
      try fill(descriptor, with: pieces)
      try FileSystem.rename(temporary, to: path)
    } catch {
      FileSystem.remove(temporary)
      throw error
    }
  }

  /// Makes a temporary, and the folder first if there is none: to try is cheaper than to ask before every file.
  private static func create(_ path: String, mode: UInt32, in folder: String?) throws(SystemError) -> Descriptor {
    do throws(SystemError) {
      return try FileSystem.create(path, mode: mode)
    } catch {
      switch error {
      // Left over from a process that had the same number.
      case .exists: FileSystem.remove(path)
      case .notFound:
        guard let folder else { throw error }
        try makeFolders(folder)
      default: throw error
      }
    }
    return try FileSystem.create(path, mode: mode)
  }

  /// Removes temporaries that processes left which are gone, from the folders of some files.
  static func removeLeftovers(of paths: [String]) {
    if paths.isEmpty { return }
    for (folder, paths) in Dictionary(grouping: paths, by: { Path.folder(of: $0).exact }) {
      let (folder, names) = (folder.text, Set(paths.map { Path.name(of: $0).exact }))
      for name in (try? FileSystem.names(in: folder)) ?? [] where isLeftover(name, of: names) {
        FileSystem.remove(Path.join(folder, name))
      }
    }
  }

  /// Whether a name is that of a temporary whose process is gone.
  ///
  /// Other programs have hidden `.tmp` files too, so it must be one of `names`, or end as our files do.
  private static func isLeftover(_ name: String, of names: Set<ExactText>) -> Bool {
    guard name.begins(with: "."), name.ends(with: ".tmp") else { return false }
    let parts = name.dropping(first: 1).parts(between: ".")
    guard parts.count >= 3, let process = Int(parts[parts.count - 2]), process > 0 else { return false }
    let written = Array(parts.dropLast(2)).joined(by: ".")
    guard names.contains(written.exact) || Format(path: written) != nil else { return false }
    return !CurrentProcess.isRunning(process)
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(SystemError) {
    if path.isEmpty || path == "." || path == "/" || FileSystem.status(path)?.sort == .directory { return }
    try makeFolders(Path.folder(of: path))
    try FileSystem.makeDirectory(path)
  }
}
