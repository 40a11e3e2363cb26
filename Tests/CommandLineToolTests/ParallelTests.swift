import Synchronization
import Testing
import System
import Text

@testable import CommandLineTool

@Suite struct BatchTests {
  @Test(.timeLimit(.minutes(1)), arguments: [0, 1, 2, 63, 64, 65, 300], [1, 2, 8, 100])
  func `everything is done once and reported in order`(count: Int, jobs: Int) async {
    let (told, done) = await onThread {
      let done = Mutex(0)
      var told: [Int] = []
      let work: @Sendable (Int) -> Int = { element in
        done.withLock { $0 += 1 }
        return element * element
      }
      try? Parallel.forEach(Array(0..<count), jobs: jobs, work) { (outcome) throws(Failure) in told.append(outcome) }
      return (told, done.withLock { $0 })
    }
    #expect(told == (0..<count).map { $0 * $0 })
    #expect(done == count)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 4])
  func `after the last nothing is reported, and little is begun`(jobs: Int) async {
    let (told, begun) = await onThread {
      let begun = Mutex(0)
      var told: [Int] = []
      let work: @Sendable (Int) -> Int = { element in
        begun.withLock { $0 += 1 }
        return element
      }
      try? Parallel.forEach(Array(0..<5000), jobs: jobs, isLast: { $0 >= 3 }, work) { (outcome) throws(Failure) in
        told.append(outcome)
      }
      return (told, begun.withLock { $0 })
    }
    #expect(told == [0, 1, 2, 3])
    #expect(begun <= 3 + jobs)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 4])
  func `when reporting fails, no more is reported`(jobs: Int) async {
    let (told, hasFailed) = await onThread {
      var told = 0
      do throws(Failure) {
        try Parallel.forEach(Array(0..<500), jobs: jobs, { $0 }) { (outcome) throws(Failure) in
          told += 1
          if outcome == 3 { throw Failure.output(.brokenPipe) }
        }
        return (told, false)
      } catch {
        return (told, true)
      }
    }
    #expect(told == 4)
    #expect(hasFailed)
  }
}
