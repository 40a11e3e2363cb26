import Diagnostics
import JSON
import Schedules
import Text

/// A word without a meaning on a line that describes a run, and what was probably meant by it.
struct StrayWord {
  private let word: CommandLine.Argument
  private let line: ParsedLine

  /// The first stray word; `nil` when every word has a meaning.
  init?(in line: ParsedLine) {
    guard let word = line.operands.first else { return nil }
    self.word = word
    self.line = line
  }

  var failure: Failure {
    line.line.failure("“\(word.text)” is not expected here", at: word.range, hint: hint)
  }

  /// The word and those right after it, as the shell has split them.
  private var followers: [String] {
    var words: [String] = []
    var end = word.range.lower
    for operand in line.operands where operand.range.lower == end {
      words.append(operand.text)
      end = operand.range.upper + 1
    }
    return words
  }

  private var hint: String {
    if let dashed = word.behindDashes { return "options begin with two hyphens: --\(dashed)" }
    if word.text.begins(with: "--") { return "options come before “--”" }
    if let flag = flagBefore, let value = flag.value, ["", "="].contains(value.text) {
      let name = flag.typed.text
      return "did you mean “\(name.ends(with: "=") ? name.dropping(last: 1) : name) \(word.text.shellQuoted)”?"
    }
    if let flag = flagBefore, let meant = withWord(flag) {
      // Where an asterisk stood, the shell may have put the names of all files.
      return meant.utf8.count > 200
        ? "put the value in single quotes: \(flag.typed.text) '…'" : "did you mean “\(meant)”?"
    }
    if Catalogue.kind(named: word.text) != nil {
      return "--vs \(word.text) draws it beside this one, --then \(word.text) after it, "
        + "--and \(word.text) steps both together"
    }
    if word.text.ends(with: ".json") { return "`lrplot render \(word.text.shellQuoted)` draws a file" }
    if let assigned = assignedOption { return "did you mean “\(assigned)”?" }
    if word.typedNumber != nil, let missing { return "did you mean “--\(missing.flagName) \(word.text)”?" }
    return "parameters are given as --name value"
  }

  /// An option without its hyphens: `lr=0.1`, or `lr` before a number.
  private var assignedOption: String? {
    // What stands after “--” is meant as a word.
    if word.text.begins(with: "-") { return nil }
    // Options begin with a slash elsewhere.
    let text = word.text.begins(with: "/") ? word.text.dropping(first: 1) : word.text
    let name = text.parts(between: "=").first ?? ""
    let parameters = line.links.last?.kind.declaration.parameters ?? []
    guard KnownFlags(scopes: PlotCommand.scopes, parameters: parameters).meaning(of: "--\(name)") != nil else {
      return nil
    }
    let value = followers.count == 2 && !word.text.holds("=") ? " \(followers[1].shellQuoted)" : ""
    return "--\(text)\(value)"
  }

  /// The flag that stands right before the word, with its value.
  private var flagBefore: ParsedLine.GivenFlag? {
    line.given.first { ($0.value ?? $0.typed).range.upper + 1 == word.range.lower }
  }

  /// A list goes on with a comma, and a switch takes its value after “=”.
  private func withWord(_ given: ParsedLine.GivenFlag) -> String? {
    let parameters = line.links.indices.contains(given.link) ? line.links[given.link].kind.declaration.parameters : []
    let type = parameters.first { $0.name == given.name }?.valueType.required
    if let value = given.value {
      let typed = [value.text] + followers
      if given.name == "group", let meant = MeantGroups(typed.joined(by: " ")) { return meant.options }
      // A long option without its hyphens is not part of the value before it.
      if assignedOption != nil { return nil }
      switch type {
      case .perGroup(.function), .function, .lambda, .text:
        // An expression that the shell has taken apart.
        return "\(given.typed.text) \(whole(typed))"
      case .list, .perGroup: return "\(given.typed.text) \(list(typed))"
      default: break
      }
      if ["title", "description", "metric", "objective", "label"].contains(given.name) {
        return "\(given.typed.text) \(whole(typed))"
      }
      if given.name == "optimizer.betas" { return "\(given.typed.text) \(list(typed))" }
      return nil
    }
    let isSwitch = type == .boolean || Flag.all.contains { $0.name == given.name && $0.isNegatable }
    guard isSwitch, case .bool = word.boolean.content else { return nil }
    return "\(given.typed.text)=\(word.text)"
  }

  /// Words that the shell has taken apart, as one again, without the typographic quotes that it does not know.
  private func whole(_ words: [String]) -> String {
    let quotes = "“”„«»".unicodeScalars
    let text = words.joined(by: " ")
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !quotes.contains($0) }))
    return plain.shellQuoted
  }

  /// The elements of a list with one comma between them.
  private func list(_ words: [String]) -> String {
    words.flatMap { $0.parts(between: ",") }.filter { !$0.isEmpty }.joined(by: ",")
  }

  /// The first parameter that must be given, and is not.
  private var missing: ParameterDescription? {
    guard let link = line.links.last else { return nil }
    return link.kind.declaration.parameters.first { parameter in
      parameter.isRequired && !line.given.contains { $0.name == parameter.name && $0.link == line.links.count - 1 }
    }
  }
}
