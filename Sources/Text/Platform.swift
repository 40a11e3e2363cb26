// The only file that knows which C library is underneath.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

// MARK: Mathematics

// Inside `Libm` the names would mean its own members, so the C functions are reached through these.
private func cCos(_ x: Double) -> Double { cos(x) }
private func cSin(_ x: Double) -> Double { sin(x) }
private func cTan(_ x: Double) -> Double { tan(x) }
private func cTanh(_ x: Double) -> Double { tanh(x) }
private func cExp(_ x: Double) -> Double { exp(x) }
private func cLog(_ x: Double) -> Double { log(x) }
private func cLog2(_ x: Double) -> Double { log2(x) }
private func cLog10(_ x: Double) -> Double { log10(x) }
private func cLog1p(_ x: Double) -> Double { log1p(x) }
private func cGamma(_ x: Double) -> Double { tgamma(x) }
private func cPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// The C library's mathematics: the functions CPython calls, so that the bits are CPython's.
package enum Libm {
  package static func cos(_ x: Double) -> Double { cCos(x) }
  package static func sin(_ x: Double) -> Double { cSin(x) }
  package static func tan(_ x: Double) -> Double { cTan(x) }
  package static func tanh(_ x: Double) -> Double { cTanh(x) }
  package static func exp(_ x: Double) -> Double { cExp(x) }
  package static func log(_ x: Double) -> Double { cLog(x) }
  package static func log2(_ x: Double) -> Double { cLog2(x) }
  package static func log10(_ x: Double) -> Double { cLog10(x) }
  package static func log1p(_ x: Double) -> Double { cLog1p(x) }
  package static func gamma(_ x: Double) -> Double { cGamma(x) }
  package static func pow(_ x: Double, _ y: Double) -> Double { cPow(x, y) }
}

// MARK: Errors

/// What the operating system said no with.
package struct SystemError: Error, Sendable, Equatable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The error of the call that failed just now.
  static var last: SystemError { SystemError(number: errno) }

  package static let tooLarge = SystemError(number: EFBIG)
  package static let isDirectory = SystemError(number: EISDIR)
  package static let brokenPipe = SystemError(number: EPIPE)
  package static let notFound = SystemError(number: ENOENT)
  package static let exists = SystemError(number: EEXIST)

  /// Whether there is nothing at a path, or what should be a folder above it is none.
  package var isAbsence: Bool { number == ENOENT || number == ENOTDIR }

  /// The system's own words, in English because the locale is never set.
  package var description: String {
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
  }
}

// MARK: Descriptors

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
  private static let largest = 1 << 27

  /// Reads up to the end.
  package func readAll() throws(SystemError) -> Bytes {
    var bytes = Bytes()
    // A file says how large it is, and gives less than one byte more where it ends; a pipe is read as it comes, and so
    // are the kernel's own files, which say that they hold nothing.
    var record = stat()
    let isFile = fstat(number, &record) == 0 && record.st_mode & S_IFMT == S_IFREG
    var size = isFile ? max(0, min(Int(record.st_size), Descriptor.largest)) + 1 : 1 << 16
    while true {
      let count = try readOnce(size, behind: &bytes)
      guard bytes.count <= Descriptor.largest else { throw SystemError.tooLarge }
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

  /// Gives the file permissions that the mask of new files would take away.
  package func setMode(_ mode: UInt32) { _ = fchmod(number, mode_t(truncatingIfNeeded: mode)) }

  package func close() throws(SystemError) {
    #if canImport(Glibc)
      guard Glibc.close(number) == 0 else { throw SystemError.last }
    #elseif canImport(Musl)
      guard Musl.close(number) == 0 else { throw SystemError.last }
    #else
      guard Darwin.close(number) == 0 else { throw SystemError.last }
    #endif
  }
}

// MARK: Threads

/// Threads that all do the same, besides the one that begins them.
package struct Threads {
  private let all: [Thread]

  /// Begins so many calls of a function; where the system has no more threads, fewer.
  package init(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    all = (0..<max(0, count)).compactMap { _ in Thread(work) }
  }

  /// Waits until every call has returned.
  package func join() {
    for thread in all { thread.join() }
  }
}

private struct Thread {
  #if canImport(Glibc)
    private var identifier = pthread_t()
  #else
    private var identifier: pthread_t?
  #endif

  /// Begins a call; `nil` when there is no thread to be had.
  init?(_ work: @escaping @Sendable () -> Void) {
    let call = Unmanaged.passRetained(Call(work))
    let result = pthread_create(&identifier, nil, Thread.begin, call.toOpaque())
    if result != 0 {
      call.release()
      return nil
    }
  }

  #if canImport(Darwin)
    private static let begin: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { pointer in
      Unmanaged<Call>.fromOpaque(pointer).takeRetainedValue().work()
      return nil
    }
  #else
    private static let begin: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
      if let pointer { Unmanaged<Call>.fromOpaque(pointer).takeRetainedValue().work() }
      return nil
    }
  #endif

  func join() {
    #if canImport(Glibc)
      pthread_join(identifier, nil)
    #else
      if let identifier { pthread_join(identifier, nil) }
    #endif
  }

  /// What a thread is to call, in a form that C can hand over.
  private final class Call: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}

// MARK: Files

/// Which file it is, whatever it is called.
package struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let inode: UInt64
}

/// What stands at a path.
package struct FileStatus: Sendable, Equatable {
  package enum Sort: Sendable { case file, directory, link, other }

  package let sort: Sort
  package let size: Int
  package let identity: FileIdentity
  /// The permission bits.
  package let mode: UInt32
  /// When its content was last changed, in seconds and nanoseconds.
  package let changed: [Int]

  /// Whether both are one and the same file, whatever they are called.
  package func isSame(as other: FileStatus) -> Bool { identity == other.identity }
}

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
  fileprivate static func text(_ name: UnsafePointer<CChar>) -> String {
    PathText.decode(Bytes(UnsafeBufferPointer(start: name, count: strlen(name)).map(UInt8.init(bitPattern:))))
  }

  package static func openForReading(_ path: String) throws(SystemError) -> Descriptor {
    try descriptor(named(path) { open($0, O_RDONLY | O_CLOEXEC) })
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
    let sort: FileStatus.Sort =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    return FileStatus(
      sort: sort, size: Int(record.st_size),
      identity: FileIdentity(
        device: UInt64(truncatingIfNeeded: record.st_dev), inode: UInt64(truncatingIfNeeded: record.st_ino)),
      mode: UInt32(record.st_mode) & 0o7777, changed: changed(record))
  }

  private static func changed(_ record: stat) -> [Int] {
    #if canImport(Darwin)
      [record.st_mtimespec.tv_sec, record.st_mtimespec.tv_nsec]
    #else
      [record.st_mtim.tv_sec, record.st_mtim.tv_nsec]
    #endif
  }

  package static func rename(_ old: String, to new: String) throws(SystemError) {
    let status = named(old) { old in
      named(new) { new in
        #if canImport(Glibc)
          Glibc.rename(old, new)
        #elseif canImport(Musl)
          Musl.rename(old, new)
        #else
          Darwin.rename(old, new)
        #endif
      }
    }
    guard status == 0 else { throw SystemError.last }
  }

  package static func remove(_ path: String) { _ = named(path) { unlink($0) } }

  package static func makeDirectory(_ path: String) throws(SystemError) {
    guard named(path, { mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw SystemError.last }
  }

  /// The names in a folder, without `.` and `..`, in no order, and what stands there where the folder itself says so.
  package static func entries(in path: String) throws(SystemError) -> [(name: String, sort: FileStatus.Sort?)] {
    guard let stream = named(path, { opendir($0) }) else { throw SystemError.last }
    defer { closedir(stream) }
    var entries: [(name: String, sort: FileStatus.Sort?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          text($0)
        }
      }
      if name == "." || name == ".." { continue }
      let sort: FileStatus.Sort? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .other
        }
      entries.append((name, sort))
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

// MARK: The process

/// The process that runs.
package enum CurrentProcess {
  package static var identifier: Int { Int(getpid()) }

  /// Whether a process of that number is still there.
  package static func isRunning(_ identifier: Int) -> Bool {
    guard let number = Int32(exactly: identifier), number > 0 else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }

  /// Processors this process may use.
  package static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  package static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Seconds since some moment, that only go forward.
  package static var uptime: Double {
    var time = timespec()
    guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits; a signal may end it early.
  package static func sleep(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    nanosleep(&time, nil)
  }

  /// What was typed behind the program's name; bytes that are no UTF-8 are kept, for they may be a file's name.
  package static var arguments: [String] {
    UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)).dropFirst().map { argument in
      argument.map { FileSystem.text($0) } ?? ""
    }
  }

  /// Lets a write to a closed pipe, or beyond a limit on a file's size, fail with an error, instead of killing the process.
  package static func failInsteadOfDying() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  package static func exit(_ code: Int32) -> Never {
    // Nothing is buffered in C's streams, so there is nothing for `exit` to flush.
    _exit(code)
  }
}

// MARK: Interruptions

/// Holds back the signals that end a program from outside, until what has been begun is whole.
///
/// Threads that are made meanwhile hold them back too. Once released, a signal that came meanwhile does what it does.
package struct Interruption {
  private var before = sigset_t()

  package init() {
    var ending = Interruption.ending
    pthread_sigmask(SIG_BLOCK, &ending, &before)
  }

  /// Whether one of them is waiting.
  package static var isPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return signals.contains { sigismember(&pending, $0) == 1 }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private static var ending: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    return set
  }

  package func release() {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
