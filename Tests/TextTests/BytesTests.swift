import Testing
import Text

@Suite struct BytesTests {
  @Test func `text goes in and comes out`() {
    var bytes = Bytes()
    bytes.append("é")
    bytes.append(literal: "→x")
    bytes.append("")
    #expect(bytes == [0xC3, 0xA9, 0xE2, 0x86, 0x92, 0x78])
    #expect(bytes.text == "é→x")
    #expect(Bytes([0x61, 0xFF]).text == "a\u{FFFD}")
  }

  @Test func `digits and letters are ASCII's`() {
    for byte in UInt8.min...UInt8.max {
      let scalar = Unicode.Scalar(byte)
      #expect(byte.isDigit == ("0"..."9").contains(scalar))
      #expect(byte.isLetter == (("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)))
    }
    #expect(UInt8("a" as Unicode.Scalar) == 0x61)
    #expect(UInt8("é" as Unicode.Scalar) == 0x3F)
  }

  @Test func `strings are joined`() {
    #expect(["a", "", "b"].joined(by: ", ") == "a, , b")
    #expect(["a"].joined(by: ", ") == "a")
    #expect([String]().joined(by: ", ") == "")
  }
}
