/// How the program ends; of several exit statuses the highest counts.
enum Exit: Int32, Sendable, Comparable {
  /// Done.
  case done = 0
  /// Something differs, is missing or is stale; lint found something.
  case differs = 1
  /// A wrong command line, a bad spec, or trouble with files.
  case trouble = 2

  static func < (left: Exit, right: Exit) -> Bool { left.rawValue < right.rawValue }
}
