import Testing
import Text

@Suite struct PathTextTests {
  @Test(arguments: ["a.json", "", "ü/漢字.json", "\u{10FFFD}x"])
  func `leaves UTF-8 as it is`(name: String) {
    #expect(PathText.decode(Bytes(name.utf8)) == name)
    #expect(PathText.encode(name) == Bytes(name.utf8))
  }

  @Test(
    arguments: [
      [0xFF, 0xFE], [0x61, 0x80, 0x62], [0xC3], [0xE2, 0x82], [0xF4, 0x8F, 0xBC, 0x80], [0xF4, 0x8F, 0xBD, 0xBF, 0xFF],
      [0xC3, 0xBC, 0xC3, 0x28], [0xED, 0xA0, 0x80],
    ] as [Bytes])
  func `gives every name back`(bytes: Bytes) {
    #expect(PathText.encode(PathText.decode(bytes)) == bytes)
    #expect(PathText.length(PathText.decode(bytes)) == bytes.count)
  }

  @Test func `tells names apart`() {
    let names: [Bytes] = [[0xFF], [0xFE], [0xEF, 0xBF, 0xBD], [0xF4, 0x8F, 0xBD, 0xBF]]
    #expect(Set(names.map(PathText.decode)).count == names.count)
  }

  @Test func `gives any bytes back`() {
    var state: UInt64 = 42
    for _ in 0..<2000 {
      let bytes = (0..<8).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return [0x61, 0x80, 0xBF, 0xC3, 0xE2, 0xF4, 0x8F, 0xBC, 0xFF][Int(state >> 33) % 9]
      }
      #expect(PathText.encode(PathText.decode(bytes)) == bytes)
    }
  }
}
