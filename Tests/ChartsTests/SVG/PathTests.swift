import Testing
import Text

@testable import Charts

@Suite struct PathTests {
  private func path(_ points: [(Double, Double)], places: Int = 2) -> String {
    var path = Path(places: places)
    for (index, point) in points.enumerated() {
      if index == 0 { path.move(toX: point.0, y: point.1) } else { path.line(toX: point.0, y: point.1) }
    }
    return path.bytes.text
  }

  @Test
  func `the shorter of absolute and relative is written, and the letter only when it changes`() {
    #expect(path([(10, 20), (11, 21), (12, 20.5)]) == "M10 20l1 1 1-.5")
    #expect(path([(700, 300), (1, 2)]) == "M700 300 1 2")
    #expect(path([(10, 20), (15, 20), (15, 10)]) == "M10 20h5V10")
    #expect(path([(100, 20), (0, 20)]) == "M100 20H0")
  }

  @Test
  func `no −0, no trailing zero, no zero before the point`() {
    #expect(path([(-0.001, 0.5), (0.25, 0.7)]) == "M0 .5 .25 .7")
    #expect(path([(1.004, -0.004), (1.1, 0)]) == "M1 0h.1")
    #expect(path([(0, 0), (0.04, 0.04)], places: 1) == "M0 0")
  }

  @Test
  func `a lone point is a dot`() {
    var path = Path()
    path.move(toX: 1, y: 2)
    path.dot()
    path.move(toX: 3, y: 4)
    path.line(toX: 4, y: 5)
    #expect(path.bytes.text == "M1 2h0M3 4 4 5")
  }

  @Test
  func `whatever is drawn stays in the numbers an SVG can hold`() {
    #expect(path([(.nan, .infinity), (-.infinity, 1e300), (0, 0)]) == "M0 10000000h-10000000L0 0")
  }
}
