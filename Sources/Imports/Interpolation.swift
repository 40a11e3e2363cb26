import Diagnostics
import Text

/// Resolves `${a.b}` within a file, as OmegaConf and spaCy do; what cannot be resolved is opaque, and so is `???`.
struct Interpolation {
  private let root: Table

  private init(root: Table) { self.root = root }

  private static let mostHops = 16
  /// References that are looked up; a look-up goes through all keys.
  private var left = 1000

  static func resolved(_ root: Datum) -> Datum {
    guard case .table(let entries) = root.content else { return root }
    var interpolation = Interpolation(root: Table(entries, at: root.range))
    return interpolation.resolve(root)
  }

  private mutating func resolve(_ value: Datum) -> Datum {
    switch value.content {
    case .list(let elements): return Datum(.list(elements.map { resolve($0) }), at: value.range)
    case .table(let entries):
      return Datum(.table(entries.map { Entry($0.key, at: $0.keyRange, resolve($0.value)) }), at: value.range)
    case .text: return Datum(scalar(value.content, hops: 0), at: value.range)
    default: return value
    }
  }

  private mutating func scalar(_ content: Datum.Content, hops: Int) -> Datum.Content {
    guard case .text(let text) = content else { return content }
    let bytes = Bytes(text.utf8)
    if text == "???" { return .opaque("“???”: it must be given where the program is started") }
    guard
      bytes.indices.dropLast().contains(where: { bytes[$0] == UInt8(ascii: "$") && bytes[$0 + 1] == UInt8(ascii: "{") })
    else { return content }
    let unresolved = Datum.Content.opaque("“\(text)”, which is not defined in this file")
    left -= 1
    guard left > 0, hops < Interpolation.mostHops, bytes.starts(with: "${".utf8), bytes.last == UInt8(ascii: "}") else {
      return unresolved
    }
    let path = bytes[2..<(bytes.count - 1)]
    guard path.allSatisfy({ $0.isLetter || $0.isDigit || "_-.".utf8.contains($0) }), path.first != UInt8(ascii: ".")
    else {
      return unresolved
    }
    let names = path.split(separator: UInt8(ascii: ".")).map { Bytes($0).text }
    guard !names.isEmpty, let found = root.value(at: names) else { return unresolved }
    switch found.value.content {
    case .list, .table: return unresolved
    default: return scalar(found.value.content, hops: hops + 1)
    }
  }
}
