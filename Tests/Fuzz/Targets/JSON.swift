import Diagnostics
import JSON
import Text

/// The scanner: any bytes are a value or a diagnostic inside them, and a value's text is read as the same value.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = Source(name: "fuzz.json", bytes: input(data, count))
  do throws(Diagnostic) {
    let value = try Scanner.read(source)
    _ = value.duplicateKeys
    let text = value.text()
    guard let again = try? Scanner.read(Source(name: "again.json", bytes: text)) else {
      // A number beyond the doubles is a value without a text.
      expect(text.text.contains("inf") || text.text.contains("nan"), "the text of a value is no JSON: \(text.text)")
      return 0
    }
    expect(again.text() == text, "the text of a value is another value: \(text.text)")
  } catch {
    _ = Excerpt(of: source).draw(error)
    expect(error.range.map { $0.lower <= count && $0.upper <= count } ?? true, "a place outside: \(error)")
  }
  return 0
}
