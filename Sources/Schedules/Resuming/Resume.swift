package import Diagnostics
package import JSON

/// An interruption of a run, and how it goes on: a `resume` of a schedule file.
package struct Resume: Sendable {
  /// Updates that are done before it.
  package let at: Int
  package let resumed: Resumed
  /// The resumed run, as a file of its own would give it.
  package let spec: Spec
  /// The document of that file.
  package let document: Value
  /// The same with what is set by hand, where a file can say that.
  package let adjusted: Spec?
  /// Where it is written.
  package let range: SourceRange
}

extension Spec {
  /// How the whole run makes epochs: as the last program has it that it is resumed with.
  package var whole: Timeline { resumes.last?.spec.timeline ?? timeline }
}
