import Testing
import Text

@Suite struct PiecesTests {
  @Test func `a short text is one piece`() {
    #expect(Array(Pieces([1, 2])) == [[1, 2]])
    #expect(Pieces([1, 2]).whole == [1, 2])
  }

  @Test func `a text is made again, the same, each time one goes through it`() {
    let pieces = Pieces {
      var next: UInt8 = 0
      return Pieces.Iterator {
        guard next < 3 else { return nil }
        defer { next += 1 }
        return [next, next]
      }
    }
    #expect(pieces.whole == [0, 0, 1, 1, 2, 2])
    #expect(pieces.whole == [0, 0, 1, 1, 2, 2])
  }
}
