package import Diagnostics
package import JSON
import Text

/// The members of an object, found by folded name.
package struct Fields {
  /// Whose members they are, for messages: “CosineAnnealingLR”, “a schedule file”.
  let owner: String
  /// Where the owner is named: a node's `type`, or the object's first byte.
  let nameRange: SourceRange
  private let members: [Member]
  /// Names that an unknown key probably meant; they are not reported as missing, too.
  private var misspelled: [String] = []
  /// Whether the parameters are in an object of their own, as other tools have them, and not missing.
  private var areWrapped = false

  /// Keys that any object may have.
  static let everywhere = ["$schema", "$comment", "$lint"]

  package init(_ members: [Member], of owner: String, namedAt nameRange: SourceRange) {
    self.members = members
    self.owner = owner
    self.nameRange = nameRange
  }

  /// The member with a given name; a JSON `null` counts as given.
  package subscript(name: String) -> Member? {
    // By index, so that those before it are not copied.
    members.indices.first { members[$0].key.isFolded(equalTo: name) }.map { members[$0] }
  }

  /// `$schema` names a schema, `$lint` the rules that are silenced here; `$comment` is anything.
  private func checkAnnotation(_ member: Member, _ reading: inout Reading) {
    if member.key == "$schema" {
      reading.parameter = member.key
      _ = String.read(member.value, &reading)
    }
    guard member.key == "$lint" else { return }
    guard case .array(let rules) = member.value.content else {
      reading.report(
        Diagnostic(
          .value, "“$lint” must be an array of rules, not \(member.value.typeName)", at: member.value.range,
          hint: "for example, \"$lint\": [\"\(LintRule.bounce.rawValue)\"]"))
      return
    }
    for rule in rules {
      let names = LintRule.allCases.map(\.rawValue)
      guard case .string(let word) = rule.content else {
        reading.report(Diagnostic(.value, "a rule of lint is a string, not \(rule.typeName)", at: rule.range))
        continue
      }
      if LintRule(rawValue: word) != nil { continue }
      reading.report(
        Diagnostic(
          .value, "unknown lint rule “\(word)”", at: rule.range,
          hint: reading.suggestion(Nearest.match(for: word, among: names)) ?? names.joined(separator: ", ")))
    }
  }

  // MARK: Values that may be missing; `nil`, too, after the reason has been reported

  package func integer(_ name: String, in bounds: Bounds, _ reading: inout Reading) -> Int? {
    value(name, in: bounds, &reading)
  }

  package func number(_ name: String, in bounds: Bounds? = nil, _ reading: inout Reading) -> Double? {
    value(name, in: bounds, &reading)
  }

  package func truth(_ name: String, _ reading: inout Reading) -> Bool? { value(name, &reading) }

  package func text(_ name: String, _ reading: inout Reading) -> String? { value(name, &reading) }

  /// One of a few words.
  package func word<Word: CaseIterable & RawRepresentable<String>>(
    _ name: String, _ reading: inout Reading
  ) -> Word? {
    reading.parameter = name
    return self[name].flatMap { reading.word($0.value) }
  }

  private func value<Value: ParameterValue>(
    _ name: String, in bounds: Bounds? = nil, _ reading: inout Reading
  ) -> Value? {
    self[name] == nil ? nil : Parameter<Value>(name, in: bounds, "").read(from: self, &reading)
  }

  /// The rules that `$lint` names.
  var silenced: [LintRule] { members.silencedRules }

  func isMisspelled(_ name: String) -> Bool { areWrapped || misspelled.contains(name) }

  /// Whether a folded key is that of an object that holds parameters elsewhere.
  static func isWrapper(_ key: String) -> Bool {
    ["params", "args", "kwargs", "initargs", "parameters", "config", "schedulerkwargs"].contains(key)
  }

  /// Reports keys that are not known, and keys that are one key in two spellings.
  package mutating func check(
    against known: [String], as code: Diagnostic.Code, noun: String, hint: (String) -> String? = { _ in nil },
    otherwise: @autoclosure () -> String? = nil, meaning: (String) -> String? = { _ in nil }, _ reading: inout Reading
  ) {
    // The first use of a dictionary takes as long as hundreds of comparisons.
    let isSmall = members.count <= 16
    var spellings: [ExactText: String] = [:]
    for (index, member) in members.enumerated() {
      let earlier =
        isSmall
        ? members[..<index].first { $0.key.isFolded(equalTo: member.key) }?.key : spellings[member.key.folded.exact]
      if let earlier {
        // The same spelling twice is a duplicate key, which is reported for the whole file.
        if !earlier.isSame(as: member.key) {
          reading.report(Diagnostic(.spec, "“\(earlier)” and “\(member.key)” are the same key", at: member.keyRange))
        }
        continue
      }
      if !isSmall { spellings[member.key.folded.exact] = member.key }
      if known.contains(where: { member.key.isFolded(equalTo: $0) }) { continue }
      if Fields.everywhere.contains(member.key) {
        checkAnnotation(member, &reading)
        continue
      }
      // Suggestions take time, and are made for the first problems only.
      let nearest = reading.makesSuggestions ? meaning(member.key) ?? Nearest.match(for: member.key, among: known) : nil
      if let nearest, self[nearest] == nil { misspelled.append(nearest) }
      if Fields.isWrapper(member.key.folded) { areWrapped = true }
      let hint =
        reading.makesSuggestions ? hint(member.key.folded) ?? Diagnostic.suggestion(nearest) ?? otherwise() : nil
      reading.report(Diagnostic(code, "\(owner) has no \(noun) “\(member.key)”", at: member.keyRange, hint: hint))
    }
  }
}

extension [Member] {
  /// The rules of lint that are silenced in an object with these members.
  package var silencedRules: [LintRule] {
    guard let member = first(where: { $0.key == "$lint" }), case .array(let rules) = member.value.content else {
      return []
    }
    return rules.compactMap { if case .string(let rule) = $0.content { LintRule(rawValue: rule) } else { nil } }
  }
}
