import Diagnostics
import JSON
import Text

/// Lengths that are written as parts of the run, `"warmup_iters": "6%"`, made the numbers that they come to.
///
/// A percentage is of what its scheduler is stepped: p % of n is n · (p / 100), rounded to the nearest whole number.
/// Kinds that take percentages themselves, and round as their library does, keep theirs.
enum Percentages {
  /// Whether a document may hold one.
  static func mayStand(in value: Value) -> Bool {
    switch value.content {
    case .string(let text): text.utf8.last == UInt8(ascii: "%")
    case .array, .object: value.parts.contains(where: mayStand)
    default: false
    }
  }

  /// The document with every percentage as the number that it comes to.
  ///
  /// `count` says how often a scheduler is stepped, by its place among those of its curve. Less than 0 stands for that
  /// number itself, to find out what depends on it.
  static func replaced(
    in document: Value, _ reading: inout Reading, count: (_ curve: Int, _ scheduler: Int) -> Double
  ) -> Value {
    let members = document.members.map { member -> Member in
      if member.key.isFolded(equalTo: "scheduler") {
        return member.with(schedulers(member.value, &reading) { count(0, $0) })
      }
      guard member.key.isFolded(equalTo: "curves"), case .array(let curves) = member.value.content else {
        return member
      }
      let replaced = curves.enumerated().map { index, curve -> Value in
        guard case .object(let members) = curve.content else { return curve }
        let changed = members.map { member in
          member.key.isFolded(equalTo: "scheduler")
            ? member.with(schedulers(member.value, &reading) { count(index, $0) }) : member
        }
        return Value(.object(changed), at: curve.range)
      }
      return member.with(Value(.array(replaced), at: member.value.range))
    }
    return Value(.object(members), at: document.range)
  }

  /// One scheduler, or several that are stepped in turn.
  private static func schedulers(_ value: Value, _ reading: inout Reading, count: (Int) -> Double) -> Value {
    guard case .array(let nodes) = value.content else { return node(value, steppedFor: count(0), &reading) }
    let replaced = nodes.enumerated().map { node($1, steppedFor: count($0), &reading) }
    return Value(.array(replaced), at: value.range)
  }

  private static func node(_ value: Value, steppedFor count: Double, _ reading: inout Reading) -> Value {
    guard case .object(let members) = value.content,
      let type = members.first(where: { $0.key.isFolded(equalTo: "type") }),
      case .string(let name) = type.value.content,
      let kind = Catalogue.kind(named: name)
    else { return value }
    let parameters = kind.declaration.parameters
    let milestones = members.first { member in
      parameters.contains { $0.role == .milestones && member.key.isFolded(equalTo: $0.name) }
    }
    let replaced = members.map { member -> Member in
      guard let parameter = parameters.first(where: { member.key.isFolded(equalTo: $0.name) }) else { return member }
      switch (parameter.valueType.required, member.value.content) {
      case (.scheduler, _): return member.with(node(member.value, steppedFor: count, &reading))
      case (.schedulers, .array(let children)):
        let counts = self.counts(of: children.count, in: count, dividedAt: milestones?.value)
        let nodes = zip(children, counts).map { node($0, steppedFor: $1, &reading) }
        return member.with(Value(.array(nodes), at: member.value.range))
      case (let type, .string(let text)) where parameter.takesPercentages && text.utf8.last == UInt8(ascii: "%"):
        guard let part = part(of: text) else {
          reading.report(
            Diagnostic(
              .value, "“\(parameter.name)” must be a number, or a percentage from 0% to 100%, not “\(text)”",
              at: member.value.range))
          return member.with(Value(.number(Number(1, isInteger: type == .integer)), at: member.value.range))
        }
        let number = Number(count < 0 ? -count : (count * part).rounded(), isInteger: type != .float)
        return member.with(Value(.number(number), at: member.value.range))
      default: return member
      }
    }
    return Value(.object(replaced), at: value.range)
  }

  /// How often each child is stepped: from its milestone to the next, or always where there are none.
  private static func counts(of children: Int, in count: Double, dividedAt milestones: Value?) -> [Double] {
    guard let milestones, case .array(let elements) = milestones.content else {
      return Array(repeating: count, count: children)
    }
    let places = elements.map { if case .number(let number) = $0.content { number.value } else { 0.0 } }
    if count < 0 { return Array(repeating: count, count: children) }
    return zip([0] + places, places + [count]).map { max(0, $1 - $0) }
      + Array(repeating: count, count: max(0, children - places.count - 1))
  }

  /// 0.06 for `6%`; `nil` for what is not a percentage, or none of a whole.
  static func part(of text: String) -> Double? {
    let number = Bytes(text.utf8).dropLast()
    guard number.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }), let (percent, _) = Decimal.read(number),
      percent <= 100
    else { return nil }
    return percent / 100
  }
}

extension ParameterDescription {
  private var isLength: Bool {
    guard let role else { return false }
    return [.length, .warmup, .hold, .decay, .period, .cycle].contains(role) && bounds?.isPart != true
  }

  /// Whether it takes a percentage in whatever way, its library's or that of every length.
  package var takesParts: Bool { takesPercentages || isLength && valueType.required == .either(.number, .percentage) }

  /// Whether it is a length in steps, which may be given as a part of the run.
  package var takesPercentages: Bool {
    guard isLength else { return false }
    switch valueType.required {
    case .integer, .number, .float: return true
    default: return false
    }
  }
}

extension Value {
  /// The values in it.
  fileprivate var parts: [Value] {
    switch content {
    case .object(let members): members.map(\.value)
    case .array(let elements): elements
    default: []
    }
  }
}

extension Member {
  fileprivate func with(_ value: Value) -> Member { Member(key: key, at: keyRange, value: value) }
}
