import Diagnostics
import JSON
import Testing
import Text

@testable import Schedules

/// What every declaration must say.
@Suite struct KindTests {
  static let names = Catalogue.kinds.map { "\($0.family.name).\($0.name)" }

  private func kind(_ name: String) throws -> Kind { try #require(Catalogue.kind(named: name)) }

  @Test(arguments: names)
  func `says what it does in one sentence`(name: String) throws {
    let kind = try kind(name)
    #expect(Self.isSentence(kind.summary), "\(kind.summary)")
    for parameter in kind.declaration.parameters {
      #expect(Self.isSentence(parameter.help), "\(parameter.name): \(parameter.help)")
    }
  }

  @Test(arguments: names)
  func `says its formula, how it differs, and where it comes from`(name: String) throws {
    let kind = try kind(name)
    #expect(kind.formula?.isEmpty == false)
    #expect(kind.differs?.hasSuffix(".") == true)
    #expect(kind.source?.isEmpty == false)
  }

  private static func isSentence(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    // A sentence may begin with the name of a word that it explains: “triangular, triangular2 or exp_range.”
    return last == "." && !text.hasSuffix("..") && !text.contains("\n") && text.count <= 150 && !first.isWhitespace
  }

  @Test(arguments: names)
  func `names each parameter once`(name: String) throws {
    let parameters = try kind(name).declaration.parameters.map(\.name.folded)
    #expect(Set(parameters).count == parameters.count)
    #expect(Set(parameters).isDisjoint(with: ["type", "interval"]))
  }

  @Test(arguments: names)
  func `has defaults that could be written, and lie within bounds`(name: String) throws {
    for parameter in try kind(name).declaration.parameters {
      guard let standard = parameter.standard else { continue }
      let value = try Scanner.read(Source(name: "default", bytes: Bytes(standard.utf8)))
      switch (value.content, parameter.valueType.required) {
      case (.null, _): #expect(parameter.valueType != parameter.valueType.required, "\(parameter.name) cannot be null")
      case (.number(let number), let type):
        #expect(parameter.bounds?.contains(number.value) ?? true, "\(parameter.name) is \(standard) by default")
        if type == .integer { #expect(number.isInteger) }
        if type == .float { #expect(!number.isInteger) }
      case (.string(let word), .choice(let words)): #expect(words.contains(word))
      case (.array(let elements), .list):
        for element in elements {
          guard case .number(let number) = element.content else { continue }
          #expect(parameter.bounds?.contains(number.value) ?? true, "\(parameter.name) has \(number.value) by default")
        }
      default: #expect(parameter.bounds == nil)
      }
    }
  }

  @Test(arguments: names)
  func `takes its own defaults when they are written out`(name: String) throws {
    let kind = try kind(name)
    // Null for a total would contradict the one that is given.
    let defaults = kind.declaration.parameters.compactMap { parameter in
      parameter.standard.map { "\"\(parameter.name)\": \($0)" }
    }
    let given = try Example.members(of: name)
    let written = defaults.filter { text in !given.contains(text.prefix { $0 != ":" }) }
    let json = #"{"type": "\#(name)", \#(([given] + written).filter { !$0.isEmpty }.joined(separator: ", "))}"#
    var (short, long) = (try Stepping(Example.json(of: name)), try Stepping(json))
    #expect(try short.groups(8, metric: 1) == long.groups(8, metric: 1))
  }

  @Test(arguments: names)
  func `refuses a key that it does not have, at its place`(name: String) throws {
    let rest = try Example.json(of: name).dropFirst()
    let json = #"{"zzzzzz": 1, \#(rest)"#
    let kind = try kind(name)
    let complaints = complaints(aboutScheduler: json)
    // Behind it stand the parameters that it has, or where they are listed.
    let expected = #"param at "zzzzzz": \#(kind.fullName) has no parameter “zzzzzz”; "#
    #expect(complaints.count == 1 && complaints[0].hasPrefix(expected), "\(complaints)")
    #expect(complaints[0].contains("it has “") || complaints[0].contains("`lrplot help "))
  }
}
