import Testing
import Text

struct LineBufferTests {
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

  @Test func `Bytes and numbers stand behind one another, and a flush begins anew`() {
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

  @Test func `What does not fit is dropped`() {
    let text = line(capacity: 1) { line in for _ in 0..<1000 { line.append(integer: 1234) } }
    #expect(text.allSatisfy { "1234".contains($0) } && (4...44).contains(text.count))
    #expect(line(capacity: -5) { line in for _ in 0..<1000 { line.append(UInt8(ascii: "x")) } }.count <= 44)
  }

  @Test func `Integers of every length are written as Swift describes them`() {
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
}
