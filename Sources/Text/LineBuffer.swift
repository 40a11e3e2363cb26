/// One line of a long text, written without a check of capacity and ownership at every byte.
package struct LineBuffer {
  private let storage: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// Lends a line of at most `capacity` bytes; what does not fit is dropped.
  package static func with<Result>(capacity: Int, _ body: (inout LineBuffer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, capacity)) { storage in
      var line = LineBuffer(storage: storage)
      return body(&line)
    }
  }

  private init(storage: UnsafeMutableBufferPointer<UInt8>) { self.storage = storage }

  /// Puts the line behind a text, and begins a new one.
  package mutating func flush(to bytes: inout Bytes) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: storage[..<count]))
    count = 0
  }

  package mutating func append(_ byte: UInt8) {
    guard count < storage.count else { return }
    storage[count] = byte
    count += 1
  }

  /// Appends an integer that is not negative.
  package mutating func append(count number: Int) {
    var magnitude = number.magnitude
    var power: UInt = 10
    var digits = 1
    while power <= magnitude, digits < 19 {
      power *= 10
      digits += 1
    }
    guard digits <= storage.count - count else { return }
    var place = count + digits
    count = place
    repeat {
      place -= 1
      let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
      storage[place] = 0x30 + UInt8(truncatingIfNeeded: digit)
      magnitude = quotient
    } while magnitude > 0
  }

  /// Appends the shortest decimal that reads back to the same double; −0 is `0.0`.
  package mutating func append(shortest value: Double) {
    var text = (value == 0 ? 0 : value).description
    text.withUTF8 { digits in
      guard let source = digits.baseAddress, let target = storage.baseAddress, digits.count <= storage.count - count
      else { return }
      (target + count).update(from: source, count: digits.count)
      count += digits.count
    }
  }
}
