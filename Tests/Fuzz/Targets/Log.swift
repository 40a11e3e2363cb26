import Diagnostics
import Logs
import Text

/// Logs: any bytes are readings, as many of each column as there are steps, or a diagnostic inside them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(data, count)
  var options = Log.Options()
  // The first byte says what the command line does.
  if let first = bytes.first {
    if first & 1 != 0 { options.form = LogForm.allCases[Int(first >> 3) % LogForm.allCases.count] }
    if first & 2 != 0 { options.every = 10 }
    if first & 4 != 0 { options.column = "lr" }
  }
  let source = Source(name: "fuzz", bytes: Bytes(bytes.dropFirst()))
  do throws(Diagnostic) {
    let log = try Log.read(source, options)
    expect(!log.steps.isEmpty, "no readings")
    expect(log.columns.allSatisfy { $0.values.count == log.steps.count }, "columns of different lengths")
    expect(log.places.allSatisfy { source.bytes.indices.contains($0) }, "a reading outside of the log")
  } catch {
    _ = Excerpt(of: source).draw(error)
  }
  _ = Log.isLog(source.bytes)
  return 0
}
