import Foundation
import TestSupport
import Testing
import Text
import XML

@testable import Charts

@Suite struct TraceTests {
  static let shapes = ["cosine", "noise", "cycles", "stairs", "spike", "flat", "gaps"]

  static func values(_ shape: String, _ count: Int) -> [Double] {
    var random = Random(seed: 5)
    return (0..<count).map { row in
      let x = Double(row) / Double(count)
      switch shape {
      case "cosine": return (1 + cos(.pi * x)) / 2
      case "noise": return random.number(in: 0...1)
      case "cycles": return (1 + cos(.pi * (x * 1000).truncatingRemainder(dividingBy: 1))) / 2
      case "stairs": return pow(0.9, (x * 40).rounded(.down))
      case "spike": return row == count / 3 ? 1 : 0.25
      case "gaps": return row % 7 == 0 ? .nan : random.number(in: 0...1)
      default: return 0.5
      }
    }
  }

  private func trace(_ series: Series, width: Double, height: Double) -> Trace {
    Trace(
      of: series, along: StepScale(rowCount: series.values.count, pixels: PixelRange(start: 50, end: 50 + width)),
      on: .linear(low: 0, high: 1, pixels: PixelRange(start: 50.5 + height, end: 50.5)), height: height)
  }

  @Test(arguments: shapes, [Series.Style.line, .step])
  func `no series is larger than 30 KB, however long, wide or high`(_ shape: String, _ style: Series.Style) {
    let values = Self.values(shape, 200_000)
    for (width, height) in [(650.0, 300.0), (280, 100), (3900, 2000), (30_000, 30_000)] {
      let size = trace(Series(values: values, style: style), width: width, height: height).path.count
      #expect(size <= 30_000, "\(shape) \(style) at \(width) × \(height)")
    }
  }

  @Test(arguments: shapes.dropLast(), [50, 5000, 100_000])
  func `extremes, first and last are exact to the decimals written`(_ shape: String, _ count: Int) throws {
    let values = Self.values(shape, count)
    let points = PathReader.points(
      trace(Series(values: values), width: 650, height: 300).path.text
    ).flatMap { $0 }
    func y(_ value: Double?) -> Double { 350.5 - 300 * (value ?? .nan) }
    let limit = 0.0501
    #expect(abs((points.map(\.y).max() ?? 0) - y(values.min())) <= limit)
    #expect(abs((points.map(\.y).min() ?? 0) - y(values.max())) <= limit)
    #expect(abs((points.first?.y ?? 0) - y(values.first)) <= limit)
    #expect(abs((points.last?.y ?? 0) - y(values.last)) <= limit)
    #expect(abs((points.last?.x ?? 0) - (50 + 650 * Double(count - 1) / Double(count))) <= limit)
  }

  @Test
  func `what is left out is within a tenth of a pixel of what is drawn`() {
    let values = Self.values("cosine", 400)
    let points = PathReader.points(
      trace(Series(values: values), width: 650, height: 300).path.text
    ).flatMap { $0 }
    #expect(points.count < 200)
    for (row, value) in values.enumerated() {
      let x = 50 + 650 * Double(row) / 400
      guard let next = points.firstIndex(where: { $0.x >= x }), next > 0 else { continue }
      let (a, b) = (points[next - 1], points[next])
      let drawn = a.y + (b.y - a.y) * (x - a.x) / max(b.x - a.x, 1e-9)
      #expect(abs(drawn - (350.5 - 300 * value)) <= 0.1, "row \(row)")
    }
  }

  @Test(arguments: ["stairs", "noise"])
  func `steps are right-angled and the last one holds to the end of its row`(_ shape: String) {
    let path = trace(Series(values: Self.values(shape, 3000), style: .step), width: 650, height: 300).path.text
    #expect(!path.contains("l") && !path.contains("L"))
    #expect(abs((PathReader.points(path).last?.last?.x ?? 0) - 700) <= 0.051)
  }

  @Test
  func `each piece is drawn in its own style`() {
    let series = Series(values: [0, 0.5, 1, 0.5], pieces: [.init(1..<3, .step)])
    #expect(trace(series, width: 400, height: 100).path.text == "M50 150.5l100-50h100v-50h100v50")
  }

  @Test
  func `a lone value is a dot, a lone row has its length`() {
    #expect(
      trace(Series(values: [1, .nan, 0.5, 0.5]), width: 400, height: 100).path.text == "M50 50.5h0M250 100.5h100")
    #expect(trace(Series(values: [1]), width: 400, height: 100).path.text == "M50 50.5h400")
    #expect(trace(Series(values: [.nan]), width: 400, height: 100).path.isEmpty)
  }

  @Test
  func `pieces that make no sense do no harm`() {
    let pieces = [Series.Piece(90..<95, .step), .init(-5..<2, .step), .init(1..<1, .line), .init(0..<Int.max, .step)]
    #expect(!trace(Series(values: [0, 1, 0], pieces: pieces), width: 400, height: 100).path.isEmpty)
  }

  @Test
  func `rounding does not add up along a path`() throws {
    var path = Path(places: 1)
    path.move(toX: 0, y: 0)
    for index in 1...10_000 { path.line(toX: Double(index) * 0.0333, y: Double(index % 2)) }
    let end = try #require(PathReader.points(path.bytes.text).last?.last)
    #expect(abs(end.x - 333) <= 0.05 + 1e-9)
  }
}
