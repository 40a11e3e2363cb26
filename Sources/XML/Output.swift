package import Text

/// A text that grows at its end, without a check of ownership at every byte.
package struct Output: ~Copyable {
  private var storage: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes have been written.
  package private(set) var count = 0
  /// What every number is multiplied by: how many pixels make one of the units that a picture is measured in.
  package var scale = 1.0

  package init(capacity: Int) { storage = .allocate(capacity: max(64, capacity)) }

  deinit { storage.deallocate() }

  /// What has been written.
  package var bytes: Bytes { Bytes(UnsafeBufferPointer(rebasing: storage[..<count])) }

  /// Makes room for so many bytes more.
  private mutating func reserve(_ more: Int) {
    if storage.count - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * storage.count, count + more))
    _ = larger.update(fromContentsOf: storage[..<count])
    storage.deallocate()
    storage = larger
  }

  /// The room after what has been written.
  private var rest: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: storage.baseAddress.map { $0 + count }, count: storage.count - count)
  }

  /// Takes back the last bytes.
  package mutating func removeLast(_ bytes: Int) { count = max(0, count - bytes) }

  package mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  package mutating func append(_ byte: UInt8, times: Int) {
    reserve(times)
    for place in count..<count + times { storage[place] = byte }
    count += times
  }

  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    guard let source = bytes.baseAddress, let target = storage.baseAddress else { return }
    UnsafeMutableRawPointer(target + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  package mutating func append(literal text: StaticString) {
    guard text.hasPointerRepresentation else { return append(UInt8(text.unicodeScalar)) }
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Lends a line at the end, with room for two numbers and a few bytes around them.
  package mutating func append(_ body: (inout LineBuffer) -> Void) {
    reserve(3 * LineBuffer.numberRoom)
    var line = LineBuffer(on: rest)
    body(&line)
    count += line.count
  }

  /// Appends a number with at most two decimals; one that is not finite is written as 0.
  package mutating func append(_ number: Double) {
    let number = number.isFinite ? number * scale : 0
    append { line in
      // Most places are whole pixels.
      if number.magnitude < 1e6, let whole = Int(exactly: number) {
        line.append(integer: whole)
      } else {
        line.append(number, places: 2)
      }
    }
  }

  /// Appends what stands before a number, and the number.
  package mutating func append(_ text: StaticString, _ number: Double) {
    append(literal: text)
    append(number)
  }

  package mutating func append(_ bytes: Bytes) { bytes.withUnsafeBufferPointer { append($0) } }
}
