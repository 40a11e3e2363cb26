import Diagnostics
import Testing

@testable import Schedules

@Suite struct CourseTests {
  @Test func `prefers the total that is given to the run's`() throws {
    var course = Course(total: nil, warmup: 2, start: 0)
    #expect(throws: Diagnostic.self) { try course.total() }
    course.adopt(RunLength(count: 10))
    #expect(try course.total() == 10)
    #expect(course.length == nil)
    var given = Course(total: 7, warmup: 2, start: 0)
    given.adopt(RunLength(count: 10))
    #expect(try given.total() == 7)
    #expect(given.length == 7)
  }

  @Test func `leaves room for what falls`() throws {
    #expect(try Course(total: 5, warmup: 2, start: 0, hold: .steps(2)).total() == 5)
    #expect(try Course(total: 5, warmup: 2, start: 0).total(leaving: 3) == 5)
    #expect(throws: Diagnostic.self) { try Course(total: 5, warmup: 2, start: 0, hold: .steps(3)).total() }
    #expect(throws: Diagnostic.self) { try Course(total: 5, warmup: 2, start: 0).total(leaving: 4) }
  }

  @Test func `holds for a while, or until a part is over`() {
    #expect(Course(total: 10, warmup: 2, start: 0, hold: .steps(3)).top(in: 10) == 5)
    #expect(Course(total: 10, warmup: 2, start: 0, hold: .until(0.72)).top(in: 10) == 7)
    #expect(Course(total: 10, warmup: 8, start: 0, hold: .until(0.72)).top(in: 10) == 8)
  }

  @Test func `leaves out stretches of no length`() {
    let behind: [Course.Stretch] = [(4, .moves, "decay"), (9, .moves, "end")]
    #expect(Course(total: 9, warmup: 4, start: 0).phases(behind).map(\.label) == ["warm-up", "decay", "end"])
    #expect(Course(total: 9, warmup: 0, start: 0).phases(behind).map(\.label) == ["hold", "decay", "end"])
    #expect(Course(total: 9, warmup: 0, start: 0).phases([(0, .moves, "decay")]).map(\.label) == ["decay"])
  }
}
