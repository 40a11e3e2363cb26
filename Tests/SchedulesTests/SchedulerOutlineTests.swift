import Diagnostics
import JSON
import Testing
import Text

@testable import Schedules

@Suite struct SchedulerOutlineTests {
  private func outline(_ json: String) throws -> SchedulerOutline? {
    SchedulerOutline(try Scanner.read(Source(name: "test", bytes: Bytes(json.utf8))))
  }

  @Test func `says how long a scheduler is, when it is stepped and whether it watches a metric`() throws {
    let cosine = try #require(try outline(#"{"type": "cosine", "T_max": 50}"#))
    #expect(cosine.length == 50 && cosine.interval == .epoch && !cosine.watchesMetric)
    let step = try #require(try outline(#"{"type": "step", "step_size": 3, "interval": "step"}"#))
    #expect(step.length == nil && step.interval == .step)
    #expect(try #require(try outline(#"{"type": "plateau"}"#)).watchesMetric)
  }

  @Test(arguments: [
    #"{"type": "cosine"}"#, #"{"type": "cosin", "T_max": 5}"#, "3", #"{"type": "cosine", "T_max": "x"}"#,
  ])
  func `is none of a scheduler that is wrong`(json: String) throws {
    #expect(try outline(json) == nil)
  }
}
