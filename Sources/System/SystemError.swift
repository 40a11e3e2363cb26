#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// The error that the operating system reported.
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
  package static let nameTooLong = SystemError(number: ENAMETOOLONG)
  package static let tooManyLinks = SystemError(number: ELOOP)
  /// What should be a file is a pipe, a device or a socket.
  package static let notRegular = SystemError(number: -1)
  /// The file may not be written, whatever its folder allows.
  package static let readOnly = SystemError(number: -2)

  /// Whether there is nothing at a path, or what should be a folder above it is none.
  package var isAbsence: Bool { number == ENOENT || number == ENOTDIR }

  /// The system's own words, in English because the locale is never set.
  package var description: String {
    if self == .notRegular { return "it is not a regular file" }
    if self == .readOnly { return "it is read-only" }
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
  }
}
