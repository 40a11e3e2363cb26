import Curves
import Diagnostics
import Text

/// The reader of goldens: any bytes are a table whose columns are equally long, or a diagnostic inside them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = Source(name: "fuzz.csv", bytes: input(data, count))
  do throws(Diagnostic) {
    let golden = try Golden.read(source)
    expect(golden.counts.epoch.count == golden.rowCount, "\(golden.counts.epoch.count) epochs")
    for column in golden.columns {
      expect(column.values.count == golden.rowCount, "\(column.heading) has \(column.values.count) rows")
      expect(column.values.allSatisfy { !$0.isInfinite }, "\(column.heading) is not finite")
      expect(golden[column.heading]?.heading == column.heading, "\(column.heading) is not found")
    }
  } catch {
    _ = Excerpt(of: source).draw(error)
    expect(error.range.map { $0.lower <= count && $0.upper <= count } ?? true, "a place outside: \(error)")
  }
  return 0
}
