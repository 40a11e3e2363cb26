import Synchronization

/// Lets those who write files come to their end before the program does, and nobody begin after that.
package final class WriteGate: Sendable {
  private let state = Mutex((writers: 0, isClosed: false))

  package init() {}

  /// Begins to write; whoever comes too late waits for the end of the program.
  package func enter() {
    while !state.withLock({ state in
      if !state.isClosed { state.writers += 1 }
      return !state.isClosed
    }) {
      CurrentProcess.sleep(milliseconds: 1000)
    }
  }

  package func leave() { state.withLock { $0.writers -= 1 } }

  /// Lets nobody begin, and waits until those have ended who have begun.
  func close() {
    state.withLock { $0.isClosed = true }
    while state.withLock({ $0.writers > 0 }) { CurrentProcess.sleep(milliseconds: 1) }
  }
}
