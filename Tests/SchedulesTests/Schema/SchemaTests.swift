import Diagnostics
import JSON
import Testing
import Text

@testable import Schedules

@Suite struct SchemaTests {
  private static let document = Schema.document(plot: ["type": "object"])

  private func part(_ path: String...) -> Value? {
    path.reduce(Optional(Self.document)) { value, key in
      guard case .object(let members)? = value?.content else { return nil }
      return members.first { $0.key == key }?.value
    }
  }

  private func keys(_ value: Value?) -> [String] {
    guard case .object(let members)? = value?.content else { return [] }
    return members.map(\.key)
  }

  private func texts(_ value: Value?) -> [String] {
    guard case .array(let elements)? = value?.content else { return [] }
    return elements.compactMap { if case .string(let text) = $0.content { text } else { nil } }
  }

  @Test func `has a schema for every key of a file`() {
    for key in SpecReader.keys { #expect(keys(part("properties", key)) != [], "\(key)") }
    #expect(Set(OptimizerReader.keys).isSubset(of: keys(part("$defs", "optimizer", "properties"))))
  }

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `has a definition of every kind, with what it needs`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let parameters = kind.declaration.parameters
    let definition = "\(kind.family.name).\(kind.name)"
    #expect(keys(part("$defs", definition, "properties")) == parameters.map(\.name))
    #expect(texts(part("$defs", definition, "required")) == parameters.filter(\.isRequired).map(\.name))
    let names = texts(part("$defs", "scheduler", "properties", "type", "enum"))
    #expect(names.contains(kind.fullName) && names.contains(kind.typedName))
  }

  @Test func `names every type once`() {
    let names = texts(part("$defs", "scheduler", "properties", "type", "enum"))
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { Catalogue.kind(named: $0) != nil })
  }

  @Test func `refers to nothing that is not there`() {
    let text = Self.document.text().text
    let names = Set(keys(part("$defs")))
    for reference in text.split(separator: "#/$defs/").dropFirst() {
      let name = String(reference.prefix { $0 != "\"" })
      #expect(names.contains(name), "\(name)")
    }
    #expect(text.utf8.count > 10_000)
  }

  @Test func `says bounds as they are`() {
    #expect(keys(part("$defs", "torch.ReduceLROnPlateau", "properties", "factor")).contains("exclusiveMaximum"))
    #expect(keys(part("$defs", "torch.CosineAnnealingWarmRestarts", "properties", "T_0")).contains("minimum"))
  }
}
