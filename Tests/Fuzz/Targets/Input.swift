import Text

/// What the fuzzer gives, as bytes.
func input(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Bytes {
  Bytes(UnsafeBufferPointer(start: data, count: count))
}

/// Ends the program where something is wrong, so that the fuzzer keeps the input.
func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
  if !condition { fatalError(what()) }
}
