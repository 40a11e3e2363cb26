/// Which file it is, whatever it is called.
package struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let inode: UInt64
}

/// What stands at a path.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable { case file, directory, link, other }

  package let kind: Kind
  package let size: Int
  package let identity: FileIdentity
  /// The permission bits.
  package let mode: UInt32
  /// When its content was last changed, in seconds and nanoseconds.
  package let changed: [Int]

  /// Whether both are one and the same file, whatever they are called.
  package func isSame(as other: FileStatus) -> Bool { identity == other.identity }
}
