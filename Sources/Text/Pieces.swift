/// A text that is made piece by piece, so that a long one never stands in memory as a whole.
///
/// Going through it makes it; going through it again makes it again, the same.
package struct Pieces: Sequence, Sendable {
  /// About as long as pieces should be: few calls to write them, and little to hold.
  package static let length = 1 << 16

  private let start: @Sendable () -> Iterator

  /// A text whose pieces are asked for one by one, until there is none.
  package init(_ start: @escaping @Sendable () -> Iterator) { self.start = start }

  /// A short text, which is one piece.
  package init(_ bytes: Bytes) {
    start = {
      var rest: Bytes? = bytes
      return Iterator { rest.take() }
    }
  }

  package func makeIterator() -> Iterator { start() }

  /// All of it in one.
  package var whole: Bytes { reduce(into: Bytes()) { $0 += $1 } }

  package struct Iterator: IteratorProtocol {
    private let make: () -> Bytes?

    package init(_ make: @escaping () -> Bytes?) { self.make = make }

    package func next() -> Bytes? { make() }
  }
}
