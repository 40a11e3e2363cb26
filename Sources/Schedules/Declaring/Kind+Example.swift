import Diagnostics
package import JSON

extension Kind {
  /// The parameters of the example, and the text that they stand in.
  package var exampleMembers: [Member] {
    guard case .object(let members)? = (try? Scanner.read(exampleSource))?.content else { return [] }
    return members
  }

  /// Whether a schedule of this kind needs a metric to run.
  package var watchesMetric: Bool {
    var reading = Reading()
    let fields = Fields(exampleMembers, of: name, namedAt: SourceRange(0, 0))
    return declaration.scheduler(from: fields, &reading)?.watchesMetric ?? false
  }

  private var exampleSource: Source { Source(name: name, bytes: Array(example.utf8)) }
}
