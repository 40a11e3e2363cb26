import Synchronization
import Text

/// A kind of scheduler, as it may be written in a file or on a command line: declared once, beside its code.
///
/// Cheap until it is asked, because the program makes some hundreds of these to find one: parameters are made when
/// the kind is named.
package final class Kind: Sendable {
  /// The framework's own name.
  package let name: String
  /// A short name that is good on a command line.
  package let short: String?
  /// What other libraries, and older versions of its own, call exactly this; understood without the family's prefix, too.
  package let aliases: [String]
  package let family: Family
  /// What it does, in one sentence.
  package let summary: String
  /// The rate at step t as a formula in one line or a few, with the framework's names for its parameters.
  package let formula: String?
  /// How it differs from kinds of the same name or shape elsewhere, in a sentence or two: where the peak is, whether a
  /// total includes the warm-up, what comes after the end.
  package let differs: String?
  /// Where it comes from: the class or function, and the paper.
  package let source: String?
  /// Parameters that make a good picture: an object as it stands in a file, without its `type`.
  package let example: String
  private let declare: @Sendable () -> Declaration
  private let made = Mutex<Declaration?>(nil)

  init(
    _ name: String, short: String? = nil, aliases: [String] = [], _ family: Family, _ summary: String,
    formula: String? = nil, differs: String? = nil, source: String? = nil, example: String,
    declare: @escaping @Sendable () -> Declaration
  ) {
    self.name = name
    self.short = short
    self.aliases = aliases
    self.family = family
    self.summary = summary
    self.formula = formula
    self.differs = differs
    self.source = source
    self.example = example
    self.declare = declare
  }

  /// Its parameters, and how a scheduler is made of them: made at the first use, and kept.
  package var declaration: Declaration {
    made.withLock { made in
      if let made { return made }
      let declaration = declare()
      made = declaration
      return declaration
    }
  }

  /// The name as a file has it: with the family in front where it is needed.
  package var fullName: String { family.isDefault ? name : "\(family.name).\(name)" }

  /// The name as one types it: the short one where there is one.
  package var typedName: String {
    guard let short else { return fullName }
    return family.isDefault ? short : "\(family.name).\(short)"
  }

  /// Whether a name means this kind: its own or its short one, with or without the family in front.
  package func isCalled(_ word: String) -> Bool { family.bare(word).map(isCalledBarely) ?? false }

  /// Whether a name without a family is this kind's own or its short one.
  func isCalledBarely(_ bare: String) -> Bool {
    bare.isFolded(equalTo: name) || short.map { bare.isFolded(equalTo: $0) } ?? false || isAlsoCalled(bare)
  }

  /// Whether a name is one that it has elsewhere.
  func isAlsoCalled(_ name: String) -> Bool {
    aliases.contains { name.isFolded(equalTo: $0) }
  }
}
