import Diagnostics
import Schedules
import Text

/// The compiler of expressions: any text is a function with finite values, or a diagnostic inside the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = input(data, count).text
  let place = SourceRange(0, text.utf8.count)
  do throws(Diagnostic) {
    let expression = try Expression.compile(text, at: place, isVerbatim: true)
    for epoch in [0, 1, 2, 7, 30, 99.5, 1e6] {
      do throws(Diagnostic) {
        let value = try expression.value(at: epoch)
        expect(value.isFinite, "\(value) at \(epoch)")
      } catch {
        expect(isInside(error, place), "a place outside: \(error)")
      }
    }
  } catch {
    expect(isInside(error, place), "a place outside: \(error)")
  }
  return 0
}

private func isInside(_ problem: Diagnostic, _ place: SourceRange) -> Bool {
  problem.range.map { $0.lower <= $0.upper && $0.upper <= place.upper } ?? true
}
