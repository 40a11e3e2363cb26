import Synchronization

/// Lets files that are being written be finished before the program ends, and none be begun after that.
package final class WriteGate: Sendable {
  private let state = Mutex((writers: 0, isClosed: false))

  package init() {}

  /// Begins to write; a writer that comes too late waits for the end of the program.
  package func enter() {
    while !state.withLock({ state in
      if !state.isClosed { state.writers += 1 }
      return !state.isClosed
    }) {
      CurrentProcess.sleep(milliseconds: 1000)
    }
  }

  package func leave() { state.withLock { $0.writers -= 1 } }

  /// Lets no writer begin, and waits until those that have begun have finished.
  func close() {
    state.withLock { $0.isClosed = true }
    while state.withLock({ $0.writers > 0 }) { CurrentProcess.sleep(milliseconds: 1) }
  }
}
