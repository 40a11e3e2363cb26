import Foundation
import TestSupport
import Testing
import Text

@testable import Charts

/// The axes as they are drawn, at the sizes they are drawn in.
@Suite struct AxisTests {
  static let sizes = [(720, 400), (320, 200), (200, 120)]

  private static func ranges(_ random: inout Random) -> [Double] {
    let magnitude = pow(10, random.number(in: -12...12))
    switch random.next() % 8 {
    case 0: return [magnitude, magnitude]
    case 1: return [magnitude]
    case 2: return [0, 0, 0]
    case 3: return [-magnitude, -magnitude * random.number(in: 0...1)]
    case 4: return [-magnitude * random.number(in: 0...1), magnitude * random.number(in: 0...1)]
    case 5: return [magnitude, magnitude * (1 + pow(10, random.number(in: -9...0)))]
    case 6: return [0, magnitude]
    default: return [magnitude * pow(10, random.number(in: -9...0)), magnitude]
    }
  }

  @Test(arguments: [false, true])
  func `three to nine value labels, distinct, exact, even, in one notation and apart`(_ isLogarithmic: Bool) throws {
    var random = Random(seed: 11)
    for trial in 0..<3000 {
      let values = Self.ranges(&random)
      let (width, height) = Self.sizes[trial % Self.sizes.count]
      let panel = Panel(
        title: "learning rate", series: [Series(values: values)], fitsData: trial % 2 == 0,
        isLogarithmic: isLogarithmic)
      let chart = Chart(
        title: "title", panels: [panel], rowCount: values.count, xTitle: "step", width: width, height: height)
      let layout = Layout(of: chart)
      let drawn = try #require(layout.panels.first)
      let labels = drawn.labels
      let what: Comment = "\(values) at \(width) × \(height): \(labels.map(\.text))"
      #expect((isLogarithmic ? 2...10 : 3...9).contains(labels.count), what)
      #expect(Set(labels.map(\.text)).count == labels.count, what)
      for label in labels {
        let value = try #require(Double(label.text))
        #expect(abs(drawn.scale.position(of: value) - label.y) < 1e-6, what)
      }
      for (one, next) in zip(labels, labels.dropFirst()) { #expect(one.y - next.y >= layout.sizes.axis * 0.95, what) }
      let steps = zip(labels, labels.dropFirst()).map { $0.y - $1.y }
      if !isLogarithmic, let least = steps.min(), let greatest = steps.max() {
        #expect(greatest - least < 0.1, what)
      }
      let numbers = labels.map(\.text).filter { $0 != "0" }.map { $0.split(separator: "e") }
      #expect(Set(numbers.map(\.count)).count <= 1, what)
      for number in numbers where number.count == 2 {
        let mantissa = try #require(Double(number[0]))
        #expect(abs(mantissa) >= 1 && abs(mantissa) < 10, what)
      }
    }
  }

  @Test
  func `both rows of step labels begin with 0, end with their end and do not touch`() {
    var random = Random(seed: 12)
    for trial in 0..<3000 {
      let epochs = Int(pow(10, random.number(in: 0...4)))
      let steps = Int(pow(10, random.number(in: 0...5)))
      let (width, height) = Self.sizes[trial % Self.sizes.count]
      let isInSteps = trial % 2 == 0
      let chart = Chart(
        panels: [Pictures.rate([Series(values: [0, 0.1])])], rowCount: epochs * steps,
        xTitle: isInSteps ? "step" : "epoch", rowsPerUnit: isInSteps ? 1 : Double(steps),
        twinAxis: TwinAxis(title: isInSteps ? "epoch" : "step", rowsPerUnit: isInSteps ? Double(steps) : 1),
        width: width, height: height)
      let texts = TextBox.all(in: chart.element)
      let what: Comment = "\(epochs) × \(steps) at \(width) × \(height): \(texts.map(\.text))"
      let labels = Layout(of: chart).stepAxis.labels
      for row in Dictionary(grouping: labels, by: \.baseline).values {
        #expect(row.first?.text == "0", what)
        #expect([epochs, epochs * steps].map { Count.text($0, of: $0) }.contains(row.last?.text), what)
      }
      #expect(Set(labels.map(\.baseline)).count == (steps == 1 ? 1 : 2), what)
      for (index, box) in texts.enumerated() {
        #expect(!texts[(index + 1)...].contains { $0.overlaps(box) }, what)
        #expect(box.left >= 0 && box.right <= Double(width) && box.bottom <= Double(height), what)
      }
    }
  }
}
