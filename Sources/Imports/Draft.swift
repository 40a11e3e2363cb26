import Diagnostics
import JSON
import Text

/// What a configuration amounts to, before it is written as a schedule file.
struct Draft {
  /// How long the run is.
  enum Length {
    /// Epochs, each of so many steps.
    case epochs(Int, of: Int)
    /// Updates, and how many of them an epoch has, if that is known.
    case updates(Int, perEpoch: Int?)
  }

  struct Group {
    let name: String
    var rate: Value?
  }

  var type = "AdamW"
  /// The base rate; `nil` where the kind gives an absolute one.
  var rate: Value?
  var momentum: Value?
  var groups: [Group] = []
  /// A node, or an array of them.
  var scheduler: Value
  var length: Length

  /// The schedule file.
  func document(source: String, notes: [String]) -> Value {
    var members: [(key: String, value: Value)] = [("source", Value(.string(source)))]
    if !notes.isEmpty { members.append(("$comment", .strings(notes))) }
    switch length {
    case .epochs(let epochs, let steps):
      members += [("epochs", .integer(epochs)), ("steps_per_epoch", .integer(steps))]
    case .updates(let updates, let perEpoch?) where perEpoch > 0 && updates % perEpoch == 0:
      members += [("epochs", .integer(updates / perEpoch)), ("steps_per_epoch", .integer(perEpoch))]
    case .updates(let updates, let perEpoch?) where perEpoch > 0:
      members += [("steps", .integer(updates)), ("steps_per_epoch", .integer(perEpoch))]
    case .updates(let updates, _): members.append(("steps", .integer(updates)))
    }
    members.append(("optimizer", optimizer))
    members.append(("scheduler", scheduler))
    return .object(members)
  }

  private var optimizer: Value {
    var members: [(key: String, value: Value)] = [("type", Value(.string(type)))]
    if let rate { members.append(("lr", rate)) }
    if let momentum { members.append(("momentum", momentum)) }
    if !groups.isEmpty {
      let all = groups.map { group in
        Value.object([("name", Value(.string(group.name)))] + (group.rate.map { [("lr", $0)] } ?? []))
      }
      members.append(("param_groups", Value(.array(all))))
    }
    return .object(members)
  }
}

extension Draft {
  /// A node of a kind with its parameters; those without a value are left out.
  static func node(_ type: String, at range: SourceRange? = nil, _ parameters: [(String, Value?)]) -> Value {
    let place = range ?? SourceRange(0, 0)
    var members = [Member(key: "type", at: place, value: Value(.string(type), at: place))]
    for (name, value) in parameters {
      if let value { members.append(Member(key: name, at: value.range, value: value)) }
    }
    return Value(.object(members), at: place)
  }

  /// The base rate times an expression in `step`.
  static func expression(_ text: String) -> Value {
    node("LambdaLR", [("interval", "step"), ("lr_lambda", Value(.string(text)))])
  }
}

extension Value {
  /// A number, computed from what stands at a place.
  static func number(_ value: Double, at range: SourceRange) -> Value {
    Value(.number(Number(value, isInteger: false)), at: range)
  }

  static func count(_ value: Int, at range: SourceRange) -> Value {
    Value(.number(Number(Double(value), isInteger: true)), at: range)
  }
}
