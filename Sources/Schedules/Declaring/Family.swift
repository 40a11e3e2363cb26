import Text

/// A framework, or a group of schedules that have none, whose kinds are listed together.
package final class Family: Sendable {
  /// The prefix of its kinds, `torch` say.
  package let name: String
  /// What else it is called: `hf` for transformers.
  private let aliases: [String]
  /// What people call it.
  package let title: String
  /// Whether its kinds are understood without the prefix.
  package let isDefault: Bool
  /// When its schedulers are stepped unless a node, or the scheduler itself, says otherwise.
  package let interval: Interval
  /// How runs with its schedulers are resumed.
  package let resumption: ResumeWays
  private let list: @Sendable () -> [Kind]

  /// Declares a family; its kinds are made when they are asked for, not at start-up.
  init(
    name: String, aliases: [String] = [], title: String, isDefault: Bool = false, interval: Interval,
    resumes resumption: ResumeWays = .function,
    kinds list: @escaping @Sendable () -> [Kind]
  ) {
    self.name = name
    self.aliases = aliases
    self.title = title
    self.isDefault = isDefault
    self.interval = interval
    self.resumption = resumption
    self.list = list
  }

  package var kinds: [Kind] { list() }

  /// Whether a name means it.
  package func isCalled(_ word: String) -> Bool { ([name] + aliases).contains(where: word.isFolded) }

  /// The name without the family's prefix, `torch.optim.lr_scheduler.StepLR` as `StepLR`; `nil` for one that needs a
  /// prefix and has none.
  func bare(_ word: String) -> String? {
    guard let dot = word.utf8.firstIndex(of: UInt8(ascii: ".")), isCalled(String(word[..<dot])) else {
      return isDefault ? word : nil
    }
    return word.behindLastDot
  }
}

/// When a scheduler is stepped.
package enum Interval: String, Choice { case epoch, step }
