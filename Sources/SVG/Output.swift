import Text

/// A text that grows at its end, without a check of ownership at every byte.
struct Output: ~Copyable {
  private var storage: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(capacity: Int) { storage = .allocate(capacity: max(64, capacity)) }

  deinit { storage.deallocate() }

  /// What has been written.
  var bytes: Bytes { Bytes(UnsafeBufferPointer(rebasing: storage[..<count])) }

  /// Makes room for so many bytes more.
  private mutating func reserve(_ more: Int) {
    guard storage.count - count < more else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * storage.count, count + more))
    _ = larger.update(fromContentsOf: storage[..<count])
    storage.deallocate()
    storage = larger
  }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  mutating func append(_ byte: UInt8, times: Int) {
    for _ in 0..<times { append(byte) }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    guard let source = bytes.baseAddress, let target = storage.baseAddress else { return }
    (target + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  mutating func append(literal text: StaticString) {
    guard text.hasPointerRepresentation else { return append(UInt8(text.unicodeScalar)) }
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number with at most two decimals.
  mutating func append(_ number: Double) {
    reserve(LineBuffer.numberRoom)
    count += LineBuffer.write(
      into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: storage[count...]))
    ) {
      // Most places are whole pixels.
      if number.magnitude < 1e6, let whole = Int(exactly: number) {
        $0.append(integer: whole)
      } else {
        $0.append(number, places: 2)
      }
    }
  }

  mutating func append(_ bytes: Bytes) { bytes.withUnsafeBufferPointer { append($0) } }
}
