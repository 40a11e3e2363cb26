import Diagnostics
import JSON
import Schedules
import Text

/// A word that nothing can be done with on a line that describes a run, and what was probably meant by it.
struct StrayWord {
  private let word: CommandLine.Argument
  private let line: ParsedLine

  /// The first one; `nil` when every word has a meaning.
  init?(in line: ParsedLine) {
    guard let word = line.operands.first else { return nil }
    self.word = word
    self.line = line
  }

  var failure: Failure {
    line.line.failure("“\(word.text)” is not expected here", at: word.range, hint: hint)
  }

  private var hint: String {
    if let dashed { return "options begin with two hyphens: --\(dashed)" }
    if let flag = flagBefore, let meant = withWord(flag) { return "“\(meant)”, perhaps" }
    if Catalogue.kind(named: word.text) != nil {
      return "--then \(word.text) follows, --and \(word.text) is stepped together"
    }
    if word.text.ends(with: ".json") { return "`lrplot render \(word.text)` draws a file" }
    if Decimal.readLoosely(word.text) != nil, let missing { return "“--\(missing.flagName) \(word.text)”, perhaps" }
    return "parameters are given as --name value"
  }

  /// The rest of a word that begins with a dash where hyphens should be, as word processors make them.
  private var dashed: String? {
    let scalars = word.text.unicodeScalars
    let rest = scalars.drop { "–—−‐‑-".unicodeScalars.contains($0) }
    let hasDash = scalars.prefix(scalars.count - rest.count).contains { $0 != "-" }
    return hasDash && !rest.isEmpty ? String(rest) : nil
  }

  /// The flag that stands right before the word, with its value.
  private var flagBefore: ParsedLine.Given? {
    line.given.first { ($0.value ?? $0.typed).range.upper + 1 == word.range.lower }
  }

  /// A list goes on with a comma, and a switch takes its value behind “=”.
  private func withWord(_ given: ParsedLine.Given) -> String? {
    let parameters = line.links.indices.contains(given.link) ? line.links[given.link].kind.declaration.parameters : []
    let shape = parameters.first { $0.name == given.name }?.shape.required
    if let value = given.value {
      let isList =
        switch shape {
        case .list, .perGroup: true
        default: false
        }
      return isList ? "\(given.typed.text) \(value.text),\(word.text)" : nil
    }
    let isSwitch = shape == .boolean || Flag.all.contains { $0.name == given.name && $0.isNegatable }
    guard isSwitch, case .bool = word.boolean.content else { return nil }
    return "\(given.typed.text)=\(word.text)"
  }

  /// The first parameter that must be given, and is not.
  private var missing: ParameterDescription? {
    guard let link = line.links.last else { return nil }
    return link.kind.declaration.parameters.first { parameter in
      parameter.isRequired && !line.given.contains { $0.name == parameter.name && $0.link == line.links.count - 1 }
    }
  }
}
