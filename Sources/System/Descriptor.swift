package import Text

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

// Inside `Descriptor` the name would mean its own member.
private func cClose(_ number: Int32) -> Int32 { close(number) }

/// An open file, pipe or terminal.
package struct Descriptor: Sendable {
  let number: Int32

  package static let standardInput = Descriptor(number: 0)
  package static let standardOutput = Descriptor(number: 1)
  package static let standardError = Descriptor(number: 2)

  /// Whether a person sits at the other end.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// The size of the terminal at the other end, in columns and lines; `nil` when it does not say.
  package var terminalSize: (columns: Int, lines: Int)? {
    var size = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// The most bytes that are read: 128 MiB are no schedule file and no log of one metric.
  package static let largest = 1 << 27

  /// Reads up to the end; more than `most` bytes are too many.
  package func readAll(most: Int = Descriptor.largest) throws(SystemError) -> Bytes {
    var bytes = Bytes()
    // A file says how large it is, and gives less than one byte more where it ends; a pipe is read as it comes, and so
    // are the kernel's own files, which say that they hold nothing.
    var record = stat()
    let isFile = fstat(number, &record) == 0 && record.st_mode & S_IFMT == S_IFREG
    var size = isFile ? max(0, min(Int(record.st_size), most)) + 1 : 1 << 16
    while true {
      let count = try readOnce(size, behind: &bytes)
      guard bytes.count <= most else { throw SystemError.tooLarge }
      if count == 0 || isFile && size > 1 && count < size { return bytes }
      if bytes.count >= size { size = min(bytes.count * 2, 1 << 24) }
    }
  }

  /// Reads so many bytes, or as many as there are left.
  package func readPiece(of size: Int) throws(SystemError) -> Bytes {
    var bytes = Bytes()
    while bytes.count < size, try readOnce(size - bytes.count, behind: &bytes) > 0 {}
    return bytes
  }

  /// Appends what one call gives, at most so many bytes; none stand for the end.
  private func readOnce(_ size: Int, behind bytes: inout Bytes) throws(SystemError) -> Int {
    let start = bytes.count
    var count = 0
    bytes.append(contentsOf: repeatElement(0, count: size))
    repeat {
      count = bytes.withUnsafeMutableBytes { buffer in
        read(number, buffer.baseAddress.map { $0 + start }, size)
      }
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw SystemError.last }
    bytes.removeLast(size - count)
    return count
  }

  /// Writes everything, however many calls that takes.
  package func writeAll(_ bytes: Bytes) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(number, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last
      }
      written += count
    }
  }

  /// Whether it is a file, and no pipe, device or folder.
  package var isRegular: Bool {
    var record = stat()
    return fstat(number, &record) == 0 && record.st_mode & S_IFMT == S_IFREG
  }

  /// Whether the file still has a name.
  package var hasName: Bool {
    var record = stat()
    return fstat(number, &record) == 0 && record.st_nlink > 0
  }

  /// Whether a process takes a file for itself.
  package enum Lock: Sendable { case taken, heldByAnother, unsupported }

  /// Takes the file for this process until the descriptor is closed or the process is gone, wherever that runs.
  package func lock() -> Lock {
    if flock(number, LOCK_EX | LOCK_NB) == 0 { return .taken }
    return errno == EWOULDBLOCK ? .heldByAnother : .unsupported
  }

  /// The same file once more; errors at a close are reported at its.
  package func duplicate() throws(SystemError) -> Descriptor {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError.last }
    return Descriptor(number: copy)
  }

  /// Gives the file permissions that the mask of new files would take away.
  package func setMode(_ mode: UInt32) { _ = fchmod(number, mode_t(truncatingIfNeeded: mode)) }

  package func close() throws(SystemError) {
    guard cClose(number) == 0 else { throw SystemError.last }
  }
}
