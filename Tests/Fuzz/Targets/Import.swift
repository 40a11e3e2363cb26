import Diagnostics
import Imports
import JSON
import Text

/// The importer: any bytes are a configuration, and so a schedule file that can be written, or a diagnostic inside them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(data, count)
  var settings = RunSettings()
  // The first byte says what the command line does.
  if let first = bytes.first {
    if first & 1 != 0 { settings.datasetSize = 1000 }
    if first & 2 != 0 { settings.worldSize = 2 }
    if first & 4 != 0 { settings.stepsPerEpoch = 7 }
    if first & 8 != 0 { settings.steps = 50 }
    if first & 16 != 0 { settings.rate = 0.1 }
    if first & 32 != 0 { settings.trainer = Trainer.allCases[Int(first >> 6) * 5] }
  }
  let source = Source(name: "fuzz", bytes: Bytes(bytes.dropFirst()))
  do throws(Import.Failure) {
    let made = try Import.read(source, settings) { (name) throws(Diagnostic) in
      expect(!name.utf8.contains(0) && name.utf8.first != UInt8(ascii: "/"), "a file outside: \(name)")
      return Bytes("lr: 1\n_base_: \(name)\n".utf8)
    }
    let text = made.document.text(isOpen: true)
    expect((try? Scanner.read(Source(name: "made", bytes: text))) != nil, "what is made is no JSON: \(text.text)")
  } catch {
    _ = Excerpt(of: error.source).draw(error.problem)
  }
  return 0
}
