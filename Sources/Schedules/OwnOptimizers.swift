import Diagnostics
import JSON
import Text

/// The param groups of a file that are optimizers of their own, as Muon's beside those of AdamW.
struct OwnOptimizers {
  struct OwnOptimizer {
    let type: String
    let defaults: ParamGroup
    /// Its groups, by their places among all of the file.
    let groups: Range<Int>
    /// What it is stepped by, where that is not what the others are stepped by.
    let scheduler: Value?
  }

  var optimizers: [OwnOptimizer] = []
  /// The groups that have an `lr_scale`, and where it is written.
  var scales: [(group: Int, range: SourceRange)] = []
}

/// Reads the `layers` of a param group: as many groups, whose rates fall from the last layer to the first.
enum LayerReader {
  private static let count = Parameter<Int>("count", in: .between(1, 10_000), "Layers, each a group.")
  private static let lrDecay = Parameter<Double?>(
    "lr_decay", default: nil, in: .above(0, atMost: 1e6), "The rate of a layer, as a fraction of the next one's.")
  private static let scaleDecay = Parameter<Double?>(
    "lr_scale_decay", default: nil, in: .above(0, atMost: 1e6), "The same of lr_scale.")

  static func groups(
    _ value: Value, from group: ParamGroup, _ owner: Fields, _ reading: inout Reading
  ) -> [ParamGroup] {
    guard let members = reading.members(of: value, "“layers”", hint: "{\"count\": 12, \"lr_decay\": 0.75}, for example")
    else { return [] }
    var fields = Fields(members, of: "“layers”", namedAt: value.range.part(0, 1))
    fields.check(against: ["count", "lr_decay", "lr_scale_decay"], as: .spec, noun: "key", &reading)
    let (rate, scale) = (lrDecay.read(from: fields, &reading), scaleDecay.read(from: fields, &reading))
    guard let count = count.read(from: fields, &reading), let rate, let scale else { return [] }
    guard (rate == nil) != (scale == nil) else {
      reading.report(
        Diagnostic(.value, "“layers” has either “lr_decay” or “lr_scale_decay”", at: value.range))
      return []
    }
    guard let name = group.name else {
      reading.report(
        Diagnostic(.spec, "a group with “layers” needs a “name”, which its layers are called by", at: owner.nameRange))
      return []
    }
    return (0..<count).map { layer in
      var one = group
      one.name = "\(name).\(layer)"
      let power = Double(count - 1 - layer)
      if let rate { one.lr *= Libm.pow(rate, power) }
      if let scale { one[.lrScale] = (group[.lrScale] ?? 1) * Libm.pow(scale, power) }
      return one
    }
  }

  static var schema: Value {
    let decay = Schema.schema(of: .number, .above(0, atMost: 1e6))
    return Schema.closed(
      [("count", Schema.schema(of: .integer, .between(1, 10_000))), ("lr_decay", decay), ("lr_scale_decay", decay)],
      required: ["count"], [("oneOf", [["required": ["lr_decay"]], ["required": ["lr_scale_decay"]]])])
  }
}
