package import Text

/// A text that can be wrong somewhere: a schedule file, or a command line.
package struct Source: Sendable {
  /// What to call it in a message: the path as given, `<stdin>`, `lrplot` for the command line.
  package let name: String
  package let bytes: Bytes
  /// A source whose offsets begin after this one's, or none.
  private let followers: [Source]

  package init(name: String, bytes: Bytes) {
    self.init(name: name, bytes: bytes, followers: [])
  }

  private init(name: String, bytes: Bytes, followers: [Source]) {
    self.name = name
    self.bytes = bytes
    self.followers = followers
  }

  /// The source with another after it: a file, and the command line that changes some of its values.
  ///
  /// Places in the other one are counted from `end`.
  package func followed(by other: Source) -> Source { Source(name: name, bytes: bytes, followers: [other]) }

  /// Where a following source begins; the place between belongs to the end of this one.
  package var end: Int { bytes.count + 1 }

  /// The source with another after all that follow it; places in that one are counted from `wholeEnd`.
  package func appending(_ other: Source) -> Source {
    Source(name: name, bytes: bytes, followers: [followers.first?.appending(other) ?? other])
  }

  /// Where a source would begin after all that follow this one.
  package var wholeEnd: Int { end + (followers.first?.wholeEnd ?? 0) }

  /// The source that a range really stands in, and where.
  package func owner(of range: SourceRange) -> (source: Source, range: SourceRange) {
    guard let follower = followers.first, range.lower >= end else { return (self, range) }
    return follower.owner(of: range.moved(by: -end))
  }

  /// Line and column of a range; `nil` where it stands in a following source, as what an option says does.
  package func ownPosition(of range: SourceRange) -> (line: Int, column: Int)? {
    owner(of: range).range == range ? position(of: range.lower) : nil
  }

  /// Line and column of a byte offset, both from 1; columns count Unicode scalars.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var start = 0
    for index in 0..<end where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return (line, 1 + scalars(in: start..<end))
  }

  /// How many Unicode scalars begin in a range of bytes; what lies outside the source has none.
  package func scalars(in range: Range<Int>) -> Int {
    bytes[range.clamped(to: 0..<bytes.count)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The bytes of the line that holds an offset, without its line end.
  package func line(around offset: Int) -> Range<Int> {
    let end = min(max(offset, 0), bytes.count)
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var stop = bytes[end...].firstIndex(of: 0x0A) ?? bytes.count
    if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
    return start..<max(start, stop)
  }
}

/// Where in a source something stands: byte offsets, the end not included.
package struct SourceRange: Sendable, Hashable {
  package let lower: Int
  package let upper: Int

  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The range with both ends moved.
  package func moved(by distance: Int) -> SourceRange { SourceRange(lower + distance, upper + distance) }

  /// The part of a range from one offset in it to another, both relative to its start.
  package func part(_ from: Int, _ to: Int) -> SourceRange {
    SourceRange(lower + from, min(lower + to, max(lower + from, upper)))
  }
}
