import Schedules

/// What may stand on a command line.
struct Grammar {
  /// The kind that its command word is.
  var kind: Kind?
  var scopes: [Flag.Scope]
  /// Whether a kind may stand in place of a file.
  var acceptsKind = false
}
