import Synchronization
import Testing
import System

@Suite struct ThreadsTests {
  @Test(arguments: [(-1, 0), (0, 0), (1, 1), (2, 2), (40, 40)])
  func `every thread makes its call, and all are waited for`(count: Int, calls: Int) {
    let made = Made()
    Threads(count) { made.count.withLock { $0 += 1 } }.join()
    #expect(made.count.withLock { $0 } == calls)
  }

  private final class Made: Sendable { let count = Mutex(0) }
}
