import Diagnostics
import Schedules
import Text

/// A scheduler as Python makes one, `StepLR(optimizer, step_size=30)`, typed where a kind is expected.
struct PythonCall {
  private let kind: Kind
  private let options: [(name: String, value: String)]

  /// A call of a kind’s name with arguments by name; the first may be the optimizer.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: ")"), let start = bytes.firstIndex(of: UInt8(ascii: "(")),
      let kind = Catalogue.kind(named: Bytes(bytes[..<start]).text)
    else { return nil }
    self.kind = kind
    let whole = CommandLine.Argument(text: text.dropping(last: 1), range: .init(0, bytes.count - 1))
    var options: [(name: String, value: String)] = []
    for piece in whole.pieces(from: start + 1) where !piece.text.isEmpty {
      guard let equals = piece.text.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let offset = piece.text.utf8.distance(from: piece.text.startIndex, to: equals)
      options.append((piece.part(from: 0, to: offset).text, piece.part(from: offset + 1).text))
    }
    self.options = options
  }

  /// The line that says the same.
  var line: String {
    let words = options.map { "--\($0.name) \($0.value.shellQuoted)" }
    return (["lrplot", kind.typedName] + words).joined(by: " ")
  }
}
