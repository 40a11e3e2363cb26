import Charts
import Testing

@testable import CommandLineTool

@Suite struct MotionsTests {
  private func pieces(_ values: [Double], moves: Bool = false) -> [Series.Piece] {
    Motions.pieces(of: values, 0..<values.count, moves: moves)
  }

  @Test
  func `what moves is a line, what stays or jumps a step`() {
    let ramp = (0..<10).map { Double($0) }
    #expect(pieces(ramp + Array(repeating: 9, count: 10)).map(\.style) == [.line, .step])
    #expect(pieces([5, 5, 5, 2, 2, 2, 1, 1]).map(\.style) == [.step])
    #expect(pieces(ramp).map(\.style) == [.line])
    #expect(pieces([1, 2]).map(\.style) == [.line])
    #expect(pieces([]).isEmpty)
  }

  @Test
  func `a motion that leaps does not slant towards where it lands`() {
    let values = (0..<10).map { Double($0) } + (0..<10).map { 100 - Double($0) }
    for moves in [true, false] {
      #expect(
        pieces(values, moves: moves) == [
          Series.Piece(0..<9, .line), Series.Piece(9..<10, .step), Series.Piece(10..<20, .line),
        ])
    }
    #expect(pieces((0..<50).map { 1 / Double($0 + 1) }, moves: true).map(\.style) == [.line])
  }

  @Test
  func `the pieces have no gaps`() {
    let values: [Double] = [1, 1, 2, 3, 4, 5, 5, 5, 1, 1, 1, 4, 9, 16, 25, 36, 36]
    for moves in [true, false] {
      let all = pieces(values, moves: moves)
      #expect(all.first?.range.lowerBound == 0 && all.last?.range.upperBound == values.count)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    }
  }
}
