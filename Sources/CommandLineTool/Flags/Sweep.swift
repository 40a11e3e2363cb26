import Diagnostics
import Text

/// Values that a command line tries in turn: `--sweep gamma=0.9,0.95`.
struct Sweep {
  /// A flag without its hyphens, or the path of a value in the schedule file.
  let name: CommandLine.Argument
  let values: [CommandLine.Argument]

  /// Throws for what is not `NAME=VALUE,VALUE`, and for a value that stands there twice.
  init(_ argument: CommandLine.Argument, of line: CommandLine) throws(Failure) {
    guard let (name, list) = argument.assignment else {
      throw line.failure(
        "“\(argument.text)” is not NAME=VALUE,VALUE", at: argument.range,
        hint: "for example, --sweep gamma=0.9,0.95,0.99")
    }
    let values = list.pieces()
    if values.isEmpty { throw line.failure("“\(name.text)” has no values", at: list.range) }
    // This many are refused anyway, before they are compared with each other.
    if values.count > Variant.most { throw Variant.tooMany(at: name.range, of: line) }
    for (index, value) in values.enumerated() {
      if value.text.isEmpty { throw line.failure("a value is missing", at: value.range) }
      if values[..<index].contains(where: { Sweep.areSame($0.text, value.text) }) {
        throw line.failure("“\(value.text)” is given twice", at: value.range)
      }
    }
    (self.name, self.values) = (name, values)
  }

  /// Whether two values are one, in whatever spelling: 0.5, .5 and 5e-1.
  private static func areSame(_ one: String, _ other: String) -> Bool {
    if one.isSame(as: other) { return true }
    guard let value = Decimal.readTyped(one) else { return false }
    return value == Decimal.readTyped(other)
  }

  /// What a curve is called by its value: the last key of the path is enough.
  var label: String {
    guard let dot = name.text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name.text }
    let last = String(name.text[name.text.utf8.index(after: dot)...])
    return Int(last) == nil ? last : name.text
  }
}

extension CommandLine.Argument {
  /// The two sides of the first `=`.
  var assignment: (CommandLine.Argument, CommandLine.Argument)? {
    let bytes = Array(text.utf8)
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return (part(from: 0, to: equals), part(from: equals + 1))
  }
}
