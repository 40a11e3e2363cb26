import Schedules

/// A kind that a command line names, and how it is joined to the one before it.
struct ChainLink {
  enum Connective: Equatable {
    case first
    /// It begins when the stage before it ends.
    case then
    /// It is stepped together with the kind before it.
    case and
    /// It begins a curve of its own, beside the one before it.
    case vs
    /// It drives a quantity of its own, as `--quantity` names it.
    case quantity(CommandLine.Argument)

    var isQuantity: Bool { if case .quantity = self { true } else { false } }

    /// What the flag of this name asks for; `nil` when it names no kind.
    init?(flag name: String) {
      switch name {
      case "then": self = .then
      case "and": self = .and
      case "vs": self = .vs
      default: return nil
      }
    }
  }

  /// Whether a kind follows the flag of this name.
  static func isNamed(behind flag: String) -> Bool { Connective(flag: flag) != nil || flag == "quantity" }

  let kind: Kind
  /// The word that names it.
  let word: CommandLine.Argument
  let connective: Connective

  /// The kind that stands after `--then`, `--and`, or `--vs`.
  ///
  /// Throws when there is no kind of that name.
  init(_ word: CommandLine.Argument, connective: Connective, of line: CommandLine) throws(Failure) {
    guard let kind = Catalogue.kind(named: word.text) else { throw Command.noKind(word, of: line) }
    self.init(kind: kind, word: word, connective: connective)
  }

  init(kind: Kind, word: CommandLine.Argument, connective: Connective = .first) {
    self.kind = kind
    self.word = word
    self.connective = connective
  }
}
