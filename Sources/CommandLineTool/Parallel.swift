import Synchronization
import Text
import System

/// Works on many things at once, and reports on them in order.
enum Parallel {
  /// Calls `work` for every element, on up to `jobs` threads, and `tell` with the results in the order of the elements,
  /// as soon as all before them are there.
  ///
  /// The calling thread works too, and is the one that tells. Threads rather than tasks: linking Swift's
  /// concurrency, used or not, costs an eighth of a start.
  /// - Parameter isLast: whether an outcome is the last to be reported; nothing new is begun after it.
  static func forEach<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element], jobs: Int, gate: WriteGate? = nil,
    isLast: @escaping @Sendable (Outcome) -> Bool = { _ in false },
    _ work: @escaping @Sendable (Element) -> Outcome, then tell: (Outcome) throws(Failure) -> Void
  ) throws(Failure) {
    guard elements.count > 1, jobs > 1 else {
      for element in elements {
        let outcome = work(element)
        try tell(outcome)
        if isLast(outcome) { return }
      }
      return
    }
    let queue = Queue<Outcome>(count: elements.count)
    let step: @Sendable () -> Bool = {
      guard let index = queue.take() else { return false }
      let outcome = work(elements[index])
      queue.put(outcome, at: index, isLast: isLast(outcome))
      return true
    }
    // Files are written whole: a signal waits for those that have been begun, and for nothing else.
    let watch = SignalWatch(gate ?? WriteGate())
    defer { watch.end() }
    let helpers = Threads(min(jobs, elements.count) - 1) { while step() {} }
    do throws(Failure) {
      while step() { for outcome in queue.finished() { try tell(outcome) } }
    } catch {
      // Whatever has been begun is finished, so that no file is left half written.
      queue.close()
      helpers.join()
      throw error
    }
    helpers.join()
    for outcome in queue.finished() { try tell(outcome) }
  }
}

/// The work that is left, and the outcomes so far, in any order.
private final class Queue<Outcome: Sendable>: Sendable {
  private struct State {
    /// The first element that has not been taken.
    var next = 0
    /// The first element that is not to be taken.
    var end: Int
    /// The first whose outcome is still to be reported.
    var unreported = 0
    var outcomes: [Outcome?]
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(end: count, outcomes: Array(repeating: nil, count: count))) }

  /// The next element to work on; `nil` when there is none.
  func take() -> Int? {
    state.withLock { state in
      guard state.next < state.end else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func put(_ outcome: Outcome, at index: Int, isLast: Bool) {
    state.withLock { state in
      state.outcomes[index] = outcome
      if isLast { state.end = min(state.end, index + 1) }
    }
  }

  /// The outcomes that follow those already returned.
  func finished() -> [Outcome] {
    state.withLock { state in
      var finished: [Outcome] = []
      while state.unreported < state.end, let outcome = state.outcomes[state.unreported] {
        finished.append(outcome)
        state.outcomes[state.unreported] = nil
        state.unreported += 1
      }
      return finished
    }
  }

  /// Lets no more work begin.
  func close() { state.withLock { $0.end = 0 } }
}
