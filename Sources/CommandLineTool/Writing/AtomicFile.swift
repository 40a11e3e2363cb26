import Text
import System

/// Writes files atomically: a reader never sees half of one.
enum AtomicFile {
  /// Puts a text where a path leads: into a temporary file beside it, then in its place.
  ///
  /// A file that holds this text already is not touched; what is there and is not a regular file (a device, a pipe) is
  /// written in place; a symbolic link is followed. Returns whether anything was written.
  /// - Parameter gate: what is passed while a file is between its beginning and its end.
  /// - Parameter makesFolder: whether the folder that it stands in is made with it.
  /// - Parameter isNew: whether nothing can be there yet, which saves a look.
  @discardableResult
  static func write(
    _ pieces: Pieces, to path: String, through gate: WriteGate? = nil, makesFolder: Bool = false, isNew: Bool = false
  ) throws(SystemError) -> Bool {
    var (target, status) = (path, isNew ? nil : FileSystem.status(path, followingLinks: false))
    if status?.kind == .link {
      status = FileSystem.status(path)
      if status == nil, FileSystem.trouble(at: path) == .tooManyLinks { throw .tooManyLinks }
      target = status == nil ? end(ofLinks: path) : FileSystem.resolved(path) ?? path
    }
    guard let status else {
      try replace(target, with: pieces, mode: nil, through: gate, makesFolder: makesFolder)
      return true
    }
    switch status.kind {
    case .directory: throw .isDirectory
    case .file:
      if holds(target, pieces) { return false }
      // Its folder may allow replacing it, but it is meant to stay as it is.
      if status.mode & 0o222 == 0 { throw .readOnly }
      try replace(target, with: pieces, mode: status.mode, through: gate, makesFolder: makesFolder)
    case .link, .other:
      try fill(try FileSystem.openForWriting(path), with: pieces)
    }
    return true
  }

  /// Whether a file holds just this text; finds out at the first piece that differs.
  static func holds(_ path: String, _ pieces: Pieces) -> Bool {
    guard let descriptor = try? FileSystem.openRegular(path) else { return false }
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

  private static func fill(_ descriptor: Descriptor, with pieces: Pieces) throws(SystemError) {
    do throws(SystemError) {
      for piece in pieces { try descriptor.writeAll(piece) }
    } catch {
      try? descriptor.close()
      throw error
    }
    // Some file systems report only here that the disk is full.
    try descriptor.close()
  }

  private static func replace(
    _ path: String, with pieces: Pieces, mode: UInt32?, through gate: WriteGate?, makesFolder: Bool
  ) throws(SystemError) {
    gate?.enter()
    let interruption = Interruption()
    defer {
      interruption.release()
      gate?.leave()
    }
    let temporary = try Temporary(for: path, mode: mode ?? 0o666, makesFolder: makesFolder)
    // Locked until it stands in its place, and no longer than that.
    defer { try? temporary.descriptor.close() }
    if let mode { temporary.descriptor.setMode(mode) }
    do throws(SystemError) {
      try fill(temporary.descriptor.duplicate(), with: pieces)
      try FileSystem.rename(temporary.path, to: path)
    } catch {
      FileSystem.remove(temporary.path)
      throw error
    }
  }

  /// Removes temporary files of processes that are gone from the folders of some files.
  static func removeLeftovers(of paths: [String]) {
    if paths.isEmpty { return }
    for (folder, paths) in Dictionary(grouping: paths, by: { Path.folder(of: $0).exact }) {
      let names = Set(paths.map { Path.name(of: $0).exact })
      for name in (try? FileSystem.names(in: folder.text)) ?? [] where Temporary.isLeftover(name, of: names) {
        Temporary.remove(Path.join(folder.text, name))
      }
    }
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(SystemError) {
    if path.isEmpty || path == "." || path == "/" || FileSystem.status(path)?.kind == .directory { return }
    try makeFolders(Path.folder(of: path))
    try FileSystem.makeDirectory(path)
  }
}
