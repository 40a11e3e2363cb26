import Synchronization
import Text

/// Works on many things at once, and tells about them in their order.
enum Batch {
  /// Calls `work` for every element, on up to `jobs` threads, and `tell` with the results in the order of the elements.
  ///
  /// The program itself is not asynchronous: an asynchronous `main` costs fifteen times the start-up of everything else.
  /// So the calling thread waits here for the tasks, and a single element is worked on without any.
  static func forEach<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) -> Outcome,
    then tell: (Outcome) throws(Failure) -> Void
  ) throws(Failure) {
    guard elements.count > 1, jobs > 1 else {
      for element in elements { try tell(work(element)) }
      return
    }
    // Enough at once to keep every thread busy, and few enough that results do not pile up.
    let stride = max(64, 16 * jobs)
    for start in Swift.stride(from: 0, to: elements.count, by: stride) {
      let part = Array(elements[start..<min(start + stride, elements.count)])
      for outcome in all(part, jobs: jobs, work) { try tell(outcome) }
    }
  }

  private static func all<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) -> Outcome
  ) -> [Outcome] {
    let finished = Finished<Outcome>(count: elements.count)
    guard let signal = try? Signal() else { return elements.map(work) }
    Task.detached {
      await withTaskGroup(of: Void.self) { group in
        var next = 0
        func add() {
          guard next < elements.count else { return }
          let index = next
          next += 1
          group.addTask { finished.put(work(elements[index]), at: index) }
        }
        for _ in 0..<jobs { add() }
        while await group.next() != nil { add() }
      }
      signal.send()
    }
    signal.wait()
    return finished.all
  }
}

/// Results that come in any order.
private final class Finished<Outcome: Sendable>: Sendable {
  private let outcomes: Mutex<[Outcome?]>

  init(count: Int) { outcomes = Mutex(Array(repeating: nil, count: count)) }

  func put(_ outcome: Outcome, at index: Int) { outcomes.withLock { $0[index] = outcome } }

  var all: [Outcome] { outcomes.withLock { $0.compactMap { $0 } } }
}
