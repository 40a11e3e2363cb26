package import Diagnostics
package import JSON
import Text

/// A scheduler and the place in the source that asked for it.
///
/// A scheduler does not know where it was written; a failure on its way out gets its place here.
package struct Node: Sendable {
  package var scheduler: any Scheduler
  /// The canonical name of its kind.
  package let name: String
  /// The short name of its kind, for phases in pictures.
  package let label: String
  package let range: SourceRange
  /// What was written in it.
  package let members: [Member]

  /// The parameters of its kind.
  package var parameters: [ParameterDescription] { Catalogue.kind(named: name)?.declaration.parameters ?? [] }

  /// The member with a given name, in any spelling.
  package func member(_ name: String) -> Member? { members.first { $0.key.isFolded(equalTo: name) } }

  package mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    do throws(Diagnostic) { try scheduler.start(&optimizer) } catch { throw placed(error) }
  }

  package mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    do throws(Diagnostic) { try scheduler.step(&optimizer, metric: metric) } catch { throw placed(error) }
  }

  /// Changes the scheduler; errors are reported at the node's name; the caller knows where the change is.
  mutating func changeScheduler(_ change: (inout any Scheduler) throws(Diagnostic) -> Void) throws(Diagnostic) {
    do throws(Diagnostic) {
      try change(&scheduler)
    } catch {
      var error = error
      if error.range == nil { error.message = "\(name): \(error.message)" }
      throw error
    }
  }

  mutating func resume(after lastEpoch: Int) throws(Diagnostic) {
    do throws(Diagnostic) { try scheduler.resume(after: lastEpoch) } catch { throw placed(error) }
  }

  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
    do throws(Diagnostic) { try scheduler.initialStep(&optimizer) } catch { throw placed(error) }
  }

  mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
    do throws(Diagnostic) { try scheduler.restart(&optimizer) } catch { throw placed(error) }
  }

  mutating func rewrite(_ optimizer: inout Optimizer, bases: [Double]?) throws(Diagnostic) {
    do throws(Diagnostic) { try scheduler.rewrite(&optimizer, bases: bases) } catch { throw placed(error) }
  }

  /// An error that has no place yet gets this node's, and its name.
  private func placed(_ error: Diagnostic) -> Diagnostic {
    guard error.range == nil else { return error }
    var placed = error.located(at: error.parameter.flatMap(member)?.value.range ?? range)
    placed.message = "\(name): \(error.message)"
    return placed
  }

  /// The phases of the scheduler, or itself as the only one.
  package var phases: [Phase] {
    let own = scheduler.phases
    return own.isEmpty ? [Phase(start: 0, motion: scheduler.motion, label: label)] : own
  }
}
