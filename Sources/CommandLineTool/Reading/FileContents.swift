import System
import Text

/// Reads files whole.
enum FileContents {
  /// The bytes of a file that the user names, which may be a pipe.
  static func of(_ path: String, most: Int = Descriptor.largest) throws(SystemError) -> Bytes {
    try all(of: try FileSystem.openForReading(path), most: most)
  }

  /// The bytes of a file that something else names; a pipe or device is not waited for.
  static func ofRegular(_ path: String, most: Int = Descriptor.largest) throws(SystemError) -> Bytes {
    try all(of: try FileSystem.openRegular(path), most: most)
  }

  private static func all(of descriptor: Descriptor, most: Int) throws(SystemError) -> Bytes {
    defer { try? descriptor.close() }
    return try descriptor.readAll(most: most)
  }
}
