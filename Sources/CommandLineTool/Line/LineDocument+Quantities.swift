import Diagnostics
import JSON
import Schedules

/// What a command line drives beside the rates, with `--quantity`.
extension LineDocument {
  /// The document's `quantities`; `nil` for a line that has none.
  func quantities() throws(Diagnostic) -> Value? {
    let starts = line.links.indices.filter { line.links[$0].connective.isQuantity }
    guard !starts.isEmpty else { return nil }
    var members: [Member] = []
    for index in starts.indices {
      let part = LineDocument.part(index, of: starts, to: line.links.count)
      guard case .quantity(let argument) = line.links[part.lowerBound].connective else { continue }
      let own = LineDocument(line, links: part)
      let bytes = Array(argument.text.utf8)
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
      let name = argument.part(from: 0, to: colon)
      var parts: [Member] = []
      if let colon {
        parts.append(member("initial", try argument.part(from: colon + 1).number(for: "--quantity")))
      }
      parts.append(member("scheduler", try own.chain().scheduler))
      members.append(Member(key: name.text, at: name.range, value: Value(.object(parts), at: argument.range)))
    }
    return object(members)
  }

  /// Whether it is the kinds of a quantity.
  var isOfQuantity: Bool { links.first.map { line.links[$0].connective.isQuantity } ?? false }

  /// An option that a quantity has of its own, and that all else has in common.
  func shared(_ name: String) -> CommandLine.Argument? {
    let end = line.links.firstIndex(where: \.connective.isQuantity) ?? line.links.count
    let own = isOfQuantity ? links : 0..<end
    return line.given.last { $0.name == name && own.contains($0.link) }?.value
  }
}
