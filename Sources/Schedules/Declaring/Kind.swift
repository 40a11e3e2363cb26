import Text

/// A kind of scheduler, as it may be written in a file or on a command line: declared once, beside its code.
///
/// Cheap until asked: the parameters are made only when somebody names the kind.
package struct Kind: Sendable {
  /// The framework's own name.
  package let name: String
  /// A short name that is good on a command line.
  package let short: String?
  package let family: Family
  /// What it does, in one sentence.
  package let summary: String
  /// Parameters that make a good picture: an object as it stands in a file, without its `type`.
  package let example: String
  private let declare: @Sendable () -> Declaration

  init(
    _ name: String, short: String? = nil, _ family: Family, _ summary: String, example: String,
    declare: @escaping @Sendable () -> Declaration
  ) {
    self.name = name
    self.short = short
    self.family = family
    self.summary = summary
    self.example = example
    self.declare = declare
  }

  package var declaration: Declaration { declare() }

  /// Whether a name means this kind: its own or its short one, with or without the family in front.
  package func isCalled(_ word: String) -> Bool {
    let bare = family.bare(word)
    if bare.isFolded(equalTo: name) { return family.isDefault || bare.utf8.count < word.utf8.count }
    guard let short else { return false }
    return bare.isFolded(equalTo: short)
  }
}

/// A framework whose schedulers we know.
package struct Family: Sendable {
  /// The prefix of its kinds, `torch` say.
  package let name: String
  /// What people call it.
  package let title: String
  /// Whether its kinds are understood without the prefix.
  package let isDefault: Bool
  /// When its schedulers are stepped unless a node says otherwise.
  package let interval: Interval

  /// The name without the family's prefix; `torch.optim.lr_scheduler.StepLR` is `StepLR`.
  func bare(_ word: String) -> String {
    guard let dot = word.lastIndex(of: "."), let first = word.split(separator: ".").first,
      String(first).isFolded(equalTo: name)
    else { return word }
    return String(word[word.index(after: dot)...])
  }
}

/// When a scheduler is stepped.
package enum Interval: String, Choice { case epoch, step }
