import Text

/// A message that a runner of GitHub Actions shows at a line of a file.
enum WorkflowCommand {
  enum Severity: String { case warning, error }

  /// The line that the runner reads.
  static func line(
    _ severity: Severity, titled title: String, _ message: String, in path: String, at place: (line: Int, column: Int)?
  ) -> String {
    var properties = ["file=\(property(path))"]
    if let place { properties += ["line=\(place.line)", "col=\(place.column)"] }
    properties.append("title=\(property(title))")
    return "::\(severity.rawValue) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  /// A message as the runner reads it back.
  static func data(_ text: String) -> String {
    escaped(text) { byte in byte == UInt8(ascii: "%") || byte == 0x0D || byte == 0x0A }
  }

  /// A property, which colons and commas would end.
  static func property(_ text: String) -> String {
    escaped(text) { byte in [0x25, 0x0D, 0x0A, UInt8(ascii: ":"), UInt8(ascii: ",")].contains(byte) }
  }

  private static func escaped(_ text: String, _ isSpecial: (UInt8) -> Bool) -> String {
    let digits = Bytes("0123456789ABCDEF".utf8)
    var bytes = Bytes()
    for byte in text.utf8 {
      if isSpecial(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return bytes.text
  }
}
