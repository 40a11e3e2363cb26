import Testing

@testable import Schedules

@Suite struct DeepSpeedTriangleTests {
  @Test func `climbs stairs`() {
    let stairs = DeepSpeed.Triangle(first: 4, second: 8, firstStairs: 2, secondStairs: nil)
    #expect((0..<12).map { stairs.height(at: Double($0)) } == [0, 0, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 0.5, 0, 0, 0])
  }

  @Test func `falls at once when there is no way down`() {
    let triangle = DeepSpeed.Triangle(first: 4, second: 0, firstStairs: 0, secondStairs: nil)
    #expect((0...4).map { triangle.height(at: Double($0)) } == [0, 0.25, 0.5, 0.75, 0])
  }
}
