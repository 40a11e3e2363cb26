/// One line of a long text, written without a check of capacity and ownership at every byte.
package struct LineBuffer {
  private let storage: UnsafeMutableRawBufferPointer
  /// How many bytes have been written.
  package private(set) var count = 0

  /// Room for the longest number, and for the digits that are written at once and not all counted.
  package static var numberRoom: Int { 40 }

  /// Lends a line of at most `capacity` bytes; what does not fit is dropped.
  ///
  /// Returns nothing: a generic result would be looked up at run time at every call.
  package static func with(capacity: Int, _ body: (inout LineBuffer) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: max(0, capacity) + numberRoom, alignment: 1) { storage in
      var line = LineBuffer(on: storage)
      body(&line)
    }
  }

  /// A line in storage that belongs to the caller.
  package init(on storage: UnsafeMutableRawBufferPointer) { self.storage = storage }

  /// How many bytes more it takes.
  package var room: Int { storage.count - Self.numberRoom - count }

  private var fitsNumber: Bool { storage.count - count >= Self.numberRoom }

  /// The line as a string.
  package var text: String { String(decoding: UnsafeRawBufferPointer(rebasing: storage[..<count]), as: UTF8.self) }

  /// Puts the line after a text, and begins a new one.
  package mutating func flush(to bytes: inout Bytes) {
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: storage[..<count]))
    count = 0
  }

  package mutating func append(_ byte: UInt8) {
    guard count < storage.count else { return }
    storage[count] = byte
    count += 1
  }
}

// MARK: Numbers

extension LineBuffer {
  /// Appends an integer.
  package mutating func append(integer number: Int) {
    guard fitsNumber else { return }
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(number.magnitude))
  }

  private mutating func append(digits number: UInt64) {
    // Most are steps, epochs and places of few digits.
    if number < 100 {
      let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
      if tens > 0 { append(0x30 + UInt8(truncatingIfNeeded: tens)) }
      return append(0x30 + UInt8(truncatingIfNeeded: ones))
    }
    let (head, tail) = number.quotientAndRemainder(dividingBy: EightDigits.bound)
    let digits = EightDigits(tail)
    if head > 0 {
      append(digits: head)
      put(digits.word, at: count)
      count += 8
    } else {
      let zeros = min(7, digits.zerosInFront)
      put(digits.word >> (8 * zeros), at: count)
      count += 8 - zeros
    }
  }

  /// Appends a value rounded to at most `places` decimals (half away from zero, 0…9), without trailing zeros and without
  /// `-0`.
  ///
  /// Meant for coordinates: values beyond ±10¹⁵ and non-finite ones fall back to the shortest decimal.
  package mutating func append(_ value: Double, places: Int) {
    let places = max(0, min(places, 9))
    let scaled = (value * PowerOfTen.exact[places]).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 1e15, let units = Int(exactly: scaled) else { return append(shortest: value) }
    append(units: units, places: places)
  }

  /// Appends units / 10^places (0…9 places) without trailing zeros; the zero before the point may be left out.
  package mutating func append(units: Int, places: Int, omittingZero: Bool = false) {
    guard fitsNumber, places >= 0, places <= 9 else { return }
    if units < 0 { append(UInt8(ascii: "-")) }
    let number = UInt64(units.magnitude)
    guard number < EightDigits.bound, places < 8 else {
      return append(longUnits: number, places: places, omittingZero: omittingZero)
    }
    let digits = EightDigits(number)
    let whole = 8 - places
    let decimals = max(0, places - digits.zerosBehind)
    let zeros = min(digits.zerosInFront, decimals > 0 && omittingZero ? whole : whole - 1)
    put(digits.word >> (8 * zeros), at: count)
    count += whole - zeros
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    put(digits.word >> (8 * whole), at: count)
    count += decimals
  }

  /// The same for any number, digit by digit.
  private mutating func append(longUnits number: UInt64, places: Int, omittingZero: Bool) {
    var scale: UInt64 = 1
    for _ in 0..<places { scale *= 10 }
    var (whole, rest) = number.quotientAndRemainder(dividingBy: scale)
    if whole > 0 || rest == 0 || !omittingZero { append(digits: whole) }
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    while rest > 0 {
      (whole, rest) = (10 * rest).quotientAndRemainder(dividingBy: scale)
      append(0x30 + UInt8(truncatingIfNeeded: whole))
    }
  }

  /// How many bytes `append(units:places:omittingZero: true)` writes.
  package static func length(units: Int, places: Int) -> Int {
    guard places >= 0, places <= 9 else { return 0 }
    var (rest, decimals, whole) = (units.magnitude, 0, 0)
    for _ in 0..<places {
      // Zeros at the end are not written.
      if decimals > 0 || rest % 10 > 0 { decimals += 1 }
      rest /= 10
    }
    while rest > 0 {
      whole += 1
      rest /= 10
    }
    return (units < 0 ? 1 : 0) + (decimals > 0 ? whole + 1 + decimals : max(1, whole))
  }

  /// Appends the shortest decimal that reads back to the same double, as `Double.description` writes it; −0 is `0.0`.
  package mutating func append(shortest value: Double) {
    guard fitsNumber else { return }
    if let decimal = ShortestDecimal(value.magnitude) {
      if value < 0 { append(UInt8(ascii: "-")) }
      append(decimal)
    } else {
      var text = (value == 0 ? 0 : value).description
      text.withUTF8 { digits in
        UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: UnsafeRawBufferPointer(digits))
        count += digits.count
      }
    }
  }

  private mutating func append(_ decimal: ShortestDecimal) {
    let (head, tail) = decimal.digits.quotientAndRemainder(dividingBy: EightDigits.bound)
    let (first, middle) = head.quotientAndRemainder(dividingBy: EightDigits.bound)
    let eights = (EightDigits(middle), EightDigits(tail))
    let zeros = eights.1.zerosBehind < 8 ? eights.1.zerosBehind : 8 + eights.0.zerosBehind
    let lead = first > 0 ? 1 : 0
    let digitCount = 16 + lead - zeros
    /// The digits before the point; below zero, zeros after it.
    let whole = 16 + lead - decimal.places

    func putDigits(at place: Int) {
      storage[place] = 0x30 + UInt8(truncatingIfNeeded: first)
      put(eights.0.word, at: place + lead)
      put(eights.1.word, at: place + lead + 8)
    }
    func putDigits(pointBehind whole: Int) {
      putDigits(at: count + 1)
      for place in count..<count + whole { storage[place] = storage[place + 1] }
      storage[count + whole] = UInt8(ascii: ".")
    }

    if whole > 0 {
      putDigits(pointBehind: whole)
      count += max(digitCount, whole + 1) + 1
    } else if whole >= -3 {
      put(Self.zeroPoint, at: count)
      putDigits(at: count + 2 - whole)
      count += 2 - whole + digitCount
    } else {
      putDigits(pointBehind: 1)
      count += digitCount == 1 ? 1 : digitCount + 1
      append(UInt8(ascii: "e"))
      append(UInt8(ascii: "-"))
      if whole > -9 { append(UInt8(ascii: "0")) }
      append(digits: UInt64(1 - whole))
    }
  }

  /// `0.000000`, the first byte lowest.
  private static let zeroPoint: UInt64 = 0x3030_3030_3030_2E30

  private func put(_ word: UInt64, at place: Int) {
    storage.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
  }
}
