import Foundation
import TestSupport
import Testing
import Text

@Suite struct LineBufferTests {
  private func line(capacity: Int = 100, _ write: (inout LineBuffer) -> Void) -> String {
    var text = ""
    LineBuffer.with(capacity: capacity) { line in
      write(&line)
      var bytes = Bytes()
      line.flush(to: &bytes)
      text = bytes.text
    }
    return text
  }

  @Test func `bytes and numbers stand after one another, and a flush begins anew`() {
    LineBuffer.with(capacity: 100) { line in
      var bytes = Bytes()
      line.append(integer: 12)
      line.append(UInt8(ascii: ","))
      line.append(shortest: 0.5)
      line.flush(to: &bytes)
      line.append(integer: 7)
      line.flush(to: &bytes)
      #expect(bytes.text == "12,0.57")
    }
  }

  @Test func `what does not fit is dropped`() {
    let text = line(capacity: 1) { line in for _ in 0..<1000 { line.append(integer: 1234) } }
    #expect(text.allSatisfy { "1234".contains($0) } && (4...44).contains(text.count))
    #expect(line(capacity: -5) { line in for _ in 0..<1000 { line.append(UInt8(ascii: "x")) } }.count <= 44)
  }

  @Test func `integers of every length are written as Swift describes them`() {
    var power = 1
    while true {
      for number in [power - 1, power, power + 1, -power, power &* 7] {
        #expect(line { $0.append(integer: number) } == number.description)
      }
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { break }
      power = next
    }
    for number in [Int.max, .min, 12_345_678, 123_456_789, 100_000_000_000_000_000, 1_000_000_012_000_000_340] {
      #expect(line { $0.append(integer: number) } == number.description)
    }
  }

  @Test(
    arguments: [
      (1.0, 2, "1"), (1.5, 2, "1.5"), (1.25, 2, "1.25"), (1.255, 1, "1.3"), (0.05, 1, "0.1"), (-0.05, 1, "-0.1"),
      (-0.04, 1, "0"), (-0.0, 2, "0"), (0.004, 2, "0"), (0.007, 2, "0.01"), (1.007, 2, "1.01"), (10.0625, 9, "10.0625"),
      (0.000000001, 9, "0.000000001"), (99.999, 2, "100"), (-99.996, 2, "-100"), (123.456, 0, "123"), (0.5, 0, "1"),
      (123.456, -3, "123"), (1.5, 40, "1.5"), (720, 2, "720"), (1e15, 2, "1000000000000000.0"), (-1e300, 2, "-1e+300"),
      (.infinity, 2, "inf"), (.nan, 2, "nan"), (999_999_999_999.5, 2, "999999999999.5"),
    ] as [(Double, Int, String)])
  func `a coordinate has at most so many decimals`(value: Double, places: Int, expected: String) {
    #expect(line { $0.append(value, places: places) } == expected)
  }

  @Test(arguments: 0...9)
  func `units are written as their decimals, and as long as is said`(places: Int) {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    var random = Random(seed: UInt64(7 + places))
    for trial in 0..<5000 {
      let size = Double(trial % 16)
      let units = Int(pow(10, random.number(in: 0...size))) * (trial % 3 == 0 ? 10 : 1) * (trial % 2 == 0 ? 1 : -1)
      for units in [units, units / scale * scale] {
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        let digits = String(rest.description.reversed()).padding(toLength: places, withPad: "0", startingAt: 0)
        let decimals = String(digits.reversed()).trimmingSuffix("0")
        let expected = (units < 0 ? "-" : "") + "\(whole)" + (decimals.isEmpty ? "" : ".\(decimals)")
        let short = whole == 0 && !decimals.isEmpty ? expected.replacingOccurrences(of: "0.", with: ".") : expected
        #expect(line { $0.append(units: units, places: places) } == expected)
        #expect(line { $0.append(units: units, places: places, omittingZero: true) } == short)
        #expect(LineBuffer.length(units: units, places: places) == short.utf8.count)
      }
    }
    #expect(line { $0.append(units: 0, places: places, omittingZero: true) } == "0")
    #expect(LineBuffer.length(units: 0, places: places) == 1)
  }

  @Test(arguments: [-1, 10, .min, .max])
  func `places that there are not are not written`(places: Int) {
    #expect(line { $0.append(units: 12, places: places) } == "")
    #expect(LineBuffer.length(units: 12, places: places) == 0)
  }

  @Test(arguments: [Int.min, .max])
  func `the longest units are written, too`(units: Int) {
    #expect(line { $0.append(units: units, places: 0) } == units.description)
    #expect(LineBuffer.length(units: units, places: 3) == units.description.utf8.count + 1)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
