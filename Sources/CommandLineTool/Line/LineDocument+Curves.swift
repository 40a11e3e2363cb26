import Diagnostics
import JSON
import Schedules
import Text

extension CommandLine.Argument {
  /// Why it does not fit as the names of this many curves.
  fileprivate func problem(naming curves: Int) -> Diagnostic? {
    let count = pieces().count
    guard count != curves else { return nil }
    return Diagnostic(
      .usage, "“--label” has \(count.counted("name")) for \(curves) curves", at: range,
      hint: "separate the names with commas, one for each curve")
  }
}

extension ParsedLine {
  /// The names that `--label` gives to curves; `nil` without it.
  func labels(count: Int) throws(Failure) -> [String]? {
    guard let label = value(of: .label) else { return nil }
    if let problem = label.problem(naming: count) { throw .diagnosed(line.source, DiagnosticList([problem])) }
    return label.pieces().map(\.text)
  }
}

/// The curves of a command line that sets kinds side by side with `--vs`.
extension LineDocument {
  /// The document's `curves`, and the longest length that a `--for` gives; `nil` for a line of one curve.
  func curves() throws(Diagnostic) -> (value: Value, length: ChainLength?)? {
    let starts = links.filter { $0 == links.lowerBound || line.links[$0].connective == .vs }
    guard starts.count > 1 else {
      if let label = argument(.label) {
        throw Diagnostic(
          .usage, "“--label” names the curves of --vs, and there is one curve", at: label.range,
          hint: "--title names the picture")
      }
      return nil
    }
    if let sweep = line.sweeps.first {
      throw Diagnostic(
        .usage, "“--sweep” and “--vs” do not go together", at: sweep.name.range,
        hint: "a --vs for each value draws the same curves")
    }
    let parts = starts.indices.map {
      LineDocument(line, links: LineDocument.part($0, of: starts, to: links.upperBound))
    }
    let names = try labels(of: parts) ?? LineDocument.names(of: parts)
    var (curves, lengths): ([Value], [ChainLength]) = ([], [])
    for (part, name) in zip(parts, names) {
      let chain = try part.chain()
      lengths += chain.length.map { [$0] } ?? []
      curves.append(part.object([part.member("name", name), part.member("scheduler", chain.scheduler)]))
    }
    return (Value(.array(curves), at: place), lengths.max { $0.steps < $1.steps })
  }

  private func labels(of parts: [LineDocument]) throws(Diagnostic) -> [Value]? {
    guard let label = argument(.label) else { return nil }
    let names = label.pieces()
    if let problem = label.problem(naming: parts.count) { throw problem }
    return names.map(\.string)
  }

  /// The curves by their kinds; equal ones with the parameters that differ, and else by their place.
  private static func names(of parts: [LineDocument]) -> [Value] {
    let kinds = parts.map { part in
      part.line.links[part.links].map(\.kind.typedName).joined(separator: " then ")
    }
    var names = zip(parts, kinds).map { part, kind in
      let equal = zip(parts, kinds).filter { $0.1 == kind }.map { $0.0.parameters }
      guard equal.count > 1 else { return kind }
      let telling = part.parameters.filter { parameter in equal.contains { !$0.contains { $0 == parameter } } }
      return telling.isEmpty ? kind : "\(kind) \(telling.map { "\($0.name) \($0.value)" }.joined(separator: " "))"
    }
    for index in names.indices where names.firstIndex(of: names[index]) != index {
      names[index] += " (\(index + 1))"
    }
    return zip(parts, names).map { Value(.string($1), at: $0.place) }
  }

  /// The parameters that its kinds are given, each with its value as it was typed.
  private var parameters: [(name: String, value: String)] {
    line.given.filter { links.contains($0.link) }.compactMap { given in
      let kind = line.links[given.link].kind
      let isOwn =
        ["for", "warmup"].contains(given.name) || kind.declaration.parameters.contains { $0.name == given.name }
      return isOwn ? (given.name, given.value?.text ?? "\(!given.isNegated)") : nil
    }
  }
}
