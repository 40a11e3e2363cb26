import Diagnostics
import Text

/// Arguments as flags.
extension CommandLine.Argument {
  /// Whether it stands for itself: a word, a number, or `-` for a stream.
  var isWord: Bool { text == "-" || !text.begins(with: "-") || typedNumber != nil }

  /// `--opt=value` is two things, and so is `-oFILE`.
  var flagAndValue: (flag: CommandLine.Argument, value: CommandLine.Argument?) {
    let bytes = Array(text.utf8)
    if !text.begins(with: "--"), bytes.count > 2 {
      let rest = bytes[2] == UInt8(ascii: "=") ? 3 : 2
      return (part(from: 0, to: 2), part(from: rest))
    }
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return (self, nil) }
    return (part(from: 0, to: equals), part(from: equals + 1))
  }

  /// What stands after dashes where hyphens should be, as word processors make them.
  var behindDashes: String? {
    let scalars = text.unicodeScalars
    let rest = scalars.drop { "–—−‐‑-".unicodeScalars.contains($0) }
    let hasDash = scalars.prefix(scalars.count - rest.count).contains { $0 != "-" }
    return hasDash && !rest.isEmpty ? String(rest) : nil
  }

  /// The rest of `-qv` after its first switch: `-v`.
  var restOfCluster: CommandLine.Argument? {
    let bytes = Array(text.utf8)
    guard bytes.count > 2, bytes[1] != UInt8(ascii: "-"), bytes[2] != UInt8(ascii: "=") else { return nil }
    // One byte less to the left stands in for the hyphen.
    return CommandLine.Argument(
      text: "-" + part(from: 2).text, range: SourceRange(range.lower + 1, range.upper))
  }
}
