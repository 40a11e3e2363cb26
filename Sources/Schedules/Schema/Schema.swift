package import JSON

/// The JSON Schema (2020-12) of schedule files, made from the declarations that the reader works with.
///
/// It refuses what the shape of a file shows: unknown and missing keys, types, bounds, words that are none of a few. It
/// knows names in their frameworks' own spelling only; the reader is more patient. What needs a computation (as many
/// milestones as there are gaps between schedulers) is left to the reader.
package enum Schema {
  /// The whole schema.
  /// - Parameter plot: That of “plot”, whose reader is elsewhere.
  package static func document(plot: Value) -> Value {
    .object(
      [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("title", "lrplot schedule file"),
      ] + members(of: file) + [("$defs", .object(definitions(plot: plot)))])
  }

  /// Where the definitions of kinds and shared parts stand.
  static func reference(_ name: String) -> Value { ["$ref": Value(.string("#/$defs/\(name)"))] }

  private static func definitions(plot: Value) -> [(key: String, value: Value)] {
    [
      ("function", function), ("scheduler", scheduler), ("topScheduler", topScheduler),
      ("childScheduler", childScheduler),
      ("optimizer", optimizer), ("ownOptimizer", ownOptimizer), ("objective", objective), ("metric", metric),
      ("plot", plot), ("curve", curve),
      ("rules", schema(of: [LintRule].valueType, nil)),
    ] + Catalogue.kinds.map { (definitionName(of: $0), definition(of: $0)) }
  }

  /// An object with these properties and no others, except those that any object may have.
  package static func closed(
    _ properties: [(key: String, value: Value)], required: [String] = [], _ rest: [(key: String, value: Value)] = []
  ) -> Value {
    .object(
      [("type", "object"), ("properties", .object(properties + everywhere))]
        + (required.isEmpty ? [] : [("required", .strings(required))]) + rest
        + [("additionalProperties", false)])
  }

  /// What any object may have.
  static var everywhere: [(key: String, value: Value)] {
    [("$schema", ["type": "string"]), ("$comment", true), ("$lint", reference("rules"))]
  }

  package static func described(_ schema: Value, _ text: String) -> Value {
    .object([("description", Value(.string(text)))] + members(of: schema))
  }

  static func members(of value: Value) -> [(key: String, value: Value)] {
    value.members.map { ($0.key, $0.value) }
  }
}
