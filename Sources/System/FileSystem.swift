import Text

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

// Inside `FileSystem` the name would mean its own member.
private func cRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 { rename(old, new) }

/// The file system, one function a call.
package enum FileSystem {
  /// Calls `body` with a path as the system has it.
  private static func named<R>(_ path: String, _ body: (UnsafePointer<CChar>) -> R) -> R {
    guard PathText.mayHoldEscapes(path) else { return path.withCString(body) }
    return (PathText.encode(path).map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map(body) ?? path.withCString(body)
    }
  }

  /// A name or path from the system.
  static func text(_ name: UnsafePointer<CChar>) -> String {
    PathText.decode(Bytes(UnsafeBufferPointer(start: name, count: strlen(name)).map(UInt8.init(bitPattern:))))
  }

  package static func openForReading(_ path: String) throws(SystemError) -> Descriptor {
    try descriptor(named(path) { open($0, O_RDONLY | O_CLOEXEC) })
  }

  /// Opens a file that the user did not name: a pipe or device would be waited for, perhaps for ever.
  package static func openRegular(_ path: String) throws(SystemError) -> Descriptor {
    let opened = try descriptor(named(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) })
    guard opened.isRegular else {
      try? opened.close()
      throw FileSystem.status(path)?.kind == .directory ? .isDirectory : .notRegular
    }
    return opened
  }

  /// Opens what is there already (a device, a pipe) for writing.
  package static func openForWriting(_ path: String) throws(SystemError) -> Descriptor {
    try descriptor(named(path) { open($0, O_WRONLY | O_CLOEXEC) })
  }

  /// Makes a file that is not there yet.
  package static func create(_ path: String, mode: UInt32 = 0o666) throws(SystemError) -> Descriptor {
    try descriptor(
      named(path) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(truncatingIfNeeded: mode)) })
  }

  private static func descriptor(_ number: Int32) throws(SystemError) -> Descriptor {
    guard number >= 0 else { throw SystemError.last }
    return Descriptor(number: number)
  }

  /// The status of what a path leads to, or of the link itself; `nil` when nothing is there.
  package static func status(_ path: String, followingLinks: Bool = true) -> FileStatus? {
    var record = stat()
    guard named(path, { followingLinks ? stat($0, &record) : lstat($0, &record) }) == 0 else { return nil }
    let kind: FileStatus.Kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int(record.st_size),
      identity: FileIdentity(
        device: UInt64(truncatingIfNeeded: record.st_dev), inode: UInt64(truncatingIfNeeded: record.st_ino)),
      mode: UInt32(record.st_mode) & 0o7777, changed: changed(record))
  }

  private static func changed(_ record: stat) -> [Int] {
    #if canImport(Darwin)
      [
        record.st_mtimespec.tv_sec, record.st_mtimespec.tv_nsec, record.st_ctimespec.tv_sec,
        record.st_ctimespec.tv_nsec,
      ]
    #else
      [record.st_mtim.tv_sec, record.st_mtim.tv_nsec, record.st_ctim.tv_sec, record.st_ctim.tv_nsec]
    #endif
  }

  /// Why a path leads to nothing; `nil` when it leads to something.
  package static func trouble(at path: String) -> SystemError? {
    var record = stat()
    return named(path) { stat($0, &record) } == 0 ? nil : SystemError.last
  }

  /// How many bytes a file's name may have, on all but odd file systems.
  package static let longestName = 255

  package static func rename(_ old: String, to new: String) throws(SystemError) {
    let status = named(old) { old in named(new) { new in cRename(old, new) } }
    guard status == 0 else { throw SystemError.last }
  }

  package static func remove(_ path: String) { _ = named(path) { unlink($0) } }

  package static func makeDirectory(_ path: String) throws(SystemError) {
    guard named(path, { mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw SystemError.last }
  }

  /// The names in a folder, without `.` and `..`, in no order, and what stands there where the folder itself says so.
  package static func entries(in path: String) throws(SystemError) -> [(name: String, kind: FileStatus.Kind?)] {
    guard let stream = named(path, { opendir($0) }) else { throw SystemError.last }
    defer { closedir(stream) }
    var entries: [(name: String, kind: FileStatus.Kind?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          text($0)
        }
      }
      if name == "." || name == ".." { continue }
      let kind: FileStatus.Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .other
        }
      entries.append((name, kind))
    }
    return entries
  }

  /// The names in a folder, in no order.
  package static func names(in path: String) throws(SystemError) -> [String] { try entries(in: path).map(\.name) }

  /// Where a symbolic link points, as it is written in it.
  package static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = named(path) { readlink($0, &buffer, buffer.count) }
    return count > 0 ? PathText.decode(buffer[..<count].map(UInt8.init(bitPattern:))) : nil
  }

  /// The path with every link resolved; `nil` when nothing is there.
  package static func resolved(_ path: String) -> String? {
    guard let real = named(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return text(real)
  }
}
