import Diagnostics
import Schedules
import Text

@testable import CommandLineTool

/// The whole program on a schedule from standard input: it ends as it says it does, and a terminal has nothing to obey.
///
/// The first byte chooses what is asked.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(data, count)
  guard let first = bytes.first else { return 0 }
  let asked = questions[Int(first) % questions.count]
  let file = Bytes(bytes.dropFirst())
  if isLong(file) { return 0 }
  nonisolated(unsafe) var (output, error) = (Bytes(), Bytes())
  var world = World(
    arguments: asked + ["--no-files"], readInput: { file }, writeOutput: { output += $0 }, writeError: { error += $0 },
    environment: { $0 == "NO_COLOR" ? "1" : nil })
  world.jobs = 1
  world.outputIsTerminal = true
  let exit = Tool.run(in: world)
  expect(exit != .differs || asked[0] == "lint", "\(asked) ended with \(exit)")
  expect(exit != .trouble || !error.isEmpty, "\(asked) failed in silence")
  expectHarmless(error + output, asked)
  return 0
}

private let questions = [
  ["render", "-", "--format", "svg"], ["render", "-", "--format", "text"], ["render", "-", "--format", "json"],
  ["render", "-", "--format", "csv"], ["explain", "-"], ["explain", "-", "--format", "json"], ["lint", "-"],
  ["at", "-", "0"], ["render", "-", "--format", "svg", "--y", "log"],
  ["render", "-", "--format", "text", "--y", "log"],
]

/// Whether the run has more rows than are worth their time.
private func isLong(_ file: Bytes) -> Bool {
  let spec = try? Spec.read(Source(name: "fuzz.json", bytes: file)) { (name) throws(Diagnostic) in
    throw Diagnostic(.io, name)
  }
  guard let spec else { return false }
  return spec.steps > 5_000 / max(1, spec.valuesPerRow)
}

private func expectHarmless(_ bytes: Bytes, _ asked: [String]) {
  let obeyed = bytes.text.unicodeScalars.first { $0 != "\n" && $0 != $0.visible }
  expect(obeyed == nil, "\(asked) sends U+\(String(obeyed?.value ?? 0, radix: 16))")
}
