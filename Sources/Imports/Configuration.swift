package import Diagnostics
package import JSON
import Text

/// A trainer's configuration, read but not yet understood.
package struct Configuration: Sendable {
  package let source: Source
  let root: Datum
  let syntax: Syntax
  /// The most bytes of a configuration; in memory a value takes many times its size.
  private static let largest = 1 << 20
  /// The words of a script that are no flags.
  let words: [String]

  /// Reads a file; throws `error[json]` or `error[import]` where its syntax is none.
  package static func read(_ source: Source) throws(Diagnostic) -> Configuration {
    guard source.bytes.count <= largest else {
      throw Diagnostic(.import, "this is larger than 1 MiB, and no configuration")
    }
    let (root, syntax, words) = try Syntax.read(source)
    return Configuration(source: source, root: root, syntax: syntax, words: words)
  }

  /// The only trainer whose configuration it can be; `nil` where there is none, or several.
  package var trainer: Trainer? {
    let all = Detection.trainers(of: self)
    return all.count == 1 ? all[0] : nil
  }

  /// Whether JSON is a schedule file of lrplot's own by its keys, good or bad.
  package static func isSchedule(_ value: Value) -> Bool {
    guard case .object(let members) = value.content else { return true }
    return members.contains { member in
      switch member.key {
      case "curves", "steps_per_epoch": return true
      case "scheduler":
        guard case .object(let inner) = member.value.content else { return true }
        return inner.contains { $0.key == "type" } && !inner.contains { $0.key == "params" }
      default: return false
      }
    }
  }

  /// Whether a file that is not a schedule file is unmistakably a configuration.
  package static func isConfiguration(_ source: Source) -> Bool {
    guard let read = try? read(source) else { return false }
    return read.trainer != nil
  }

  func moved(by distance: Int) -> Configuration {
    Configuration(source: source, root: root.moved(by: distance), syntax: syntax, words: words)
  }
}
