import Curves
import Diagnostics
import Schedules
import Text

/// The builder: any bytes are a schedule that runs to finite rates, or diagnostics, and a curve's CSV is its own golden.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = Source(name: "fuzz.json", bytes: input(data, count))
  do throws(DiagnosticList) {
    let spec = try Spec.read(source) { (name) throws(Diagnostic) in
      Bytes("step,loss\n0,3\n1,\n2,\(name.utf8.count)\n".utf8)
    }
    // A long run is no harm, but takes its time.
    if spec.steps > 20_000 / max(1, spec.valuesPerRow) { return 0 }
    run(spec)
  } catch {
    for problem in error.all.prefix(20) { _ = Excerpt(of: source).draw(problem) }
  }
  return 0
}

private func run(_ spec: Spec) {
  guard let curve = try? Run.curve(of: spec) else { return }
  for column in curve.columns where column.quantity != .metric {
    expect(column.values.allSatisfy { $0.isFinite }, "\(column.heading) is not finite")
    expect(column.values.count == curve.rowCount, "\(column.heading) has \(column.values.count) rows")
  }
  if curve.rowCount * curve.columns.count > 500 { return }
  do throws(Diagnostic) {
    let golden = try Golden.read(Source(name: "fuzz.csv", bytes: curve.csv.whole))
    expect(golden.difference(from: curve, tolerance: .exact) == nil, "a curve is not its own golden")
  } catch {
    expect(false, "a curve's CSV is no golden: \(error)")
  }
}
