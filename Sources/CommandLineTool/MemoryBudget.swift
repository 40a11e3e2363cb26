import Synchronization
import System
import Text

/// Limits the memory that work on several threads may hold at the same time.
///
/// The work that began first always gets what it needs, so that it can go on whatever the others hold.
final class MemoryBudget: Sendable {
  /// The most that all but the first hold together; a run of 2·10⁷ values, which the first may have, takes as much again.
  fileprivate static let whole = 256 << 20
  /// How many milliseconds to wait before looking again at what the others hold.
  fileprivate static let patience = 2

  fileprivate struct State {
    var next = 0
    /// In the order in which they began.
    var held: [(ticket: Int, bytes: Int)] = []
  }

  fileprivate let state = Mutex(State())

  /// Begins something that will hold memory until it leaves.
  func enter() -> Share {
    let ticket = state.withLock { state in
      state.next += 1
      state.held.append((state.next, 0))
      return state.next
    }
    return Share(budget: self, ticket: ticket)
  }

  /// The share of the memory that one worker may hold.
  struct Share: Sendable {
    fileprivate let budget: MemoryBudget
    fileprivate let ticket: Int

    /// Takes about so many bytes more, and waits for others to leave if there are not as many.
    func take(_ bytes: Int) {
      while !budget.state.withLock({ $0.take(bytes, ticket) }) {
        CurrentProcess.sleep(milliseconds: MemoryBudget.patience)
      }
    }

    func leave() { budget.state.withLock { state in state.held.removeAll { $0.ticket == ticket } } }
  }
}

extension MemoryBudget.State {
  mutating func take(_ bytes: Int, _ ticket: Int) -> Bool {
    guard let place = held.firstIndex(where: { $0.ticket == ticket }) else { return true }
    let sum = held.reduce(bytes) { $0 + $1.bytes }
    guard place == 0 || sum <= MemoryBudget.whole else { return false }
    held[place].bytes += bytes
    return true
  }
}

extension Parallel {
  /// The same for work that may take much memory: each worker gets a world with its share.
  static func forEach<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element], jobs: Int, in world: World,
    isLast: @escaping @Sendable (Outcome) -> Bool = { _ in false },
    _ work: @escaping @Sendable (Element, World) -> Outcome, then tell: (Outcome) throws(Failure) -> Void
  ) throws(Failure) {
    guard elements.count > 1, jobs > 1 else {
      return try forEach(elements, jobs: jobs, isLast: isLast, { work($0, world) }, then: tell)
    }
    let budget = MemoryBudget()
    try forEach(
      elements, jobs: jobs, gate: world.gate, isLast: isLast,
      { element in
        let share = budget.enter()
        defer { share.leave() }
        var world = world
        world.memory = share
        return work(element, world)
      }, then: tell)
  }
}
