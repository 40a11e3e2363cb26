import Diagnostics
import JSON

/// Reads the `batch` of a schedule file.
enum BatchReader {
  static let keys = ["samples", "by", "tokens_per_sample", "ramp"]
  static let bounds = Bounds.between(1, 1e9)
  static let countBounds = Bounds.between(1, 1e15)
  /// More sizes than this are no ramp.
  private static let mostSizes = 100_000

  private static let size = Parameter<Int>("samples", in: bounds, "Samples of an update.")
  private static let tokens = Parameter<Int?>("tokens_per_sample", default: nil, in: bounds, "Tokens of a sample.")
  private static let unit = Parameter<Batch.Unit?>("by", default: nil, "What the thresholds of the sizes count.")

  static func read(_ value: Value, _ reading: inout Reading) -> Batch? {
    switch value.content {
    case .number:
      let member = Member(key: "batch", at: value.range, value: value)
      return Parameter<Int>("batch", in: bounds, "Samples of an update.")
        .read(from: Fields([member], of: "a schedule file", namedAt: value.range), &reading).map { Batch(size: $0) }
    case .object(let members): return read(members, of: value, &reading)
    default:
      reading.report(
        Diagnostic(
          .value, "“batch” is a number or an object, not \(value.typeName)", at: value.range,
          hint: "{\"samples\": 1536, \"tokens_per_sample\": 2048}, for example"))
      return nil
    }
  }

  private static func read(_ members: [Member], of value: Value, _ reading: inout Reading) -> Batch? {
    var fields = Fields(members, of: "“batch”", namedAt: value.range.part(0, 1))
    fields.check(against: keys, as: .spec, noun: "key", &reading)
    guard let tokens = tokens.read(from: fields, &reading), let unit = unit.read(from: fields, &reading) else {
      return nil
    }
    if case .array(let elements)? = fields["samples"]?.value.content {
      if let ramp = fields["ramp"] {
        reading.report(Diagnostic(.spec, "“ramp” goes to one number of samples", at: ramp.keyRange))
      }
      if unit == .token, tokens == nil, let by = fields["by"] {
        reading.report(
          Diagnostic(
            .value, "tokens are counted with “tokens_per_sample”, which is missing", at: by.value.range,
            hint: "\"tokens_per_sample\": 2048, for example"))
        return nil
      }
      return sizes(elements, of: fields["samples"]?.value ?? value, &reading).map {
        Batch($0, by: unit ?? .step, tokensPerSample: tokens)
      }
    }
    if unit != nil, let by = fields["by"] {
      reading.report(Diagnostic(.spec, "“by” belongs to a list of sizes", at: by.keyRange))
    }
    guard let samples = size.read(from: fields, &reading) else { return nil }
    guard let ramp = fields["ramp"] else { return Batch(size: samples, tokensPerSample: tokens) }
    return self.ramp(ramp.value, to: samples, tokens, &reading)
  }

  /// `[[0, 768], [250000000000, 1536]]`: thresholds and the sizes that hold from there on.
  private static func sizes(
    _ elements: [Value], of list: Value, _ reading: inout Reading
  ) -> [(from: Int, size: Int)]? {
    var sizes: [(from: Int, size: Int)] = []
    for element in elements {
      guard case .array(let pair) = element.content, pair.count == 2 else {
        reading.report(
          Diagnostic(
            .value, "“samples” is a list of [from, size]", at: element.range, hint: "[[0, 768], [10000, 1536]]"))
        return nil
      }
      reading.parameter = "samples"
      guard let from = Int.read(pair[0], &reading), let size = Int.read(pair[1], &reading) else { return nil }
      guard bounds.contains(Double(size)), from >= 0, from <= 1_000_000_000_000_000 else {
        reading.report(
          Diagnostic(.value, "a size is \(bounds.words), and holds from 0 or later", at: element.range))
        return nil
      }
      guard sizes.isEmpty ? from == 0 : from > (sizes.last?.from ?? 0) else {
        reading.report(
          Diagnostic(.value, "the first size holds from 0, and each other from later on", at: pair[0].range))
        return nil
      }
      sizes.append((from, size))
    }
    guard !sizes.isEmpty, sizes.count <= mostSizes else {
      reading.report(Diagnostic(.value, "“samples” needs a size, and \(mostSizes) at most", at: list.range))
      return nil
    }
    return sizes
  }

  private static func ramp(_ value: Value, to full: Int, _ tokens: Int?, _ reading: inout Reading) -> Batch? {
    guard
      let members = reading.members(
        of: value, "“ramp”", hint: "{\"start\": 32, \"increment\": 32, \"samples\": 4000000}, for example")
    else { return nil }
    var fields = Fields(members, of: "“ramp”", namedAt: value.range.part(0, 1))
    fields.check(against: ["start", "increment", "samples"], as: .spec, noun: "key", &reading)
    let start = Parameter<Int>("start", in: bounds, "Samples of the first update.").read(from: fields, &reading)
    let increment = Parameter<Int>("increment", in: bounds, "Samples of each growth.").read(from: fields, &reading)
    let samples = Parameter<Int>("samples", in: countBounds, "Samples over which it grows.").read(
      from: fields, &reading)
    guard let start, let increment, let samples else { return nil }
    guard start < full, (full - start) % increment == 0, (full - start) / increment <= mostSizes else {
      reading.report(
        Diagnostic(
          .value, "the batch must grow from \(start) to \(full) in whole increments of \(increment)", at: value.range))
      return nil
    }
    return Batch(rampingTo: full, from: start, by: increment, over: samples, tokensPerSample: tokens)
  }

  // MARK: Schema

  static var schema: Value {
    let size = Schema.schema(of: .integer, bounds)
    let pair: Value = [
      "type": "array", "prefixItems": [["type": "integer", "minimum": 0], size], "minItems": 2, "maxItems": 2,
    ]
    let ramp = Schema.closed(
      [("start", size), ("increment", size), ("samples", Schema.schema(of: .integer, countBounds))],
      required: ["start", "increment", "samples"])
    return [
      "anyOf": [
        size,
        Schema.closed(
          [
            ("samples", ["anyOf": [size, ["type": "array", "minItems": 1, "items": pair]]]),
            ("by", Schema.schema(of: Batch.Unit.valueType, nil)), ("tokens_per_sample", size), ("ramp", ramp),
          ], required: ["samples"]),
      ]
    ]
  }
}
