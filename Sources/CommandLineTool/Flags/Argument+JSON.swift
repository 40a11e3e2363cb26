import Diagnostics
import JSON
import Schedules
import Text

/// Arguments as the JSON values that they stand for.
extension CommandLine.Argument {
  var string: Value { Value(.string(text), at: range) }

  /// The number that a flag wants.
  ///
  /// Throws here, because the reader of documents would call it a string, as everything is on a command line.
  func number(for flag: String, isFloat: Bool = false) throws(Diagnostic) -> Value {
    guard typedNumber == nil else { return number(isFloat: isFloat) }
    if text.isEmpty { throw Diagnostic(.usage, "“\(flag)” needs a value", at: range) }
    throw Diagnostic(.value, "“\(flag)” must be a number, not “\(text)”", at: range, hint: meantNumber(for: flag))
  }

  /// The number that was probably meant, as it is typed.
  private func meantNumber(for flag: String) -> String? {
    if isGrouped(by: ",") { return "without commas: \(flag) \(text.parts(between: ",").joined(by: "_"))" }
    if isPercentage { return percentageHint(for: flag) }
    if text.holds(" "), isGrouped(by: " ") {
      return "without spaces: \(flag) \(text.parts(between: " ").joined(by: "_"))"
    }
    let name = flag.dropping(first: 2)
    if text.begins(with: "="), Decimal.readTyped(text.dropping(first: 1)) != nil {
      return "without “=”: \(flag) \(text.dropping(first: 1))"
    }
    if text.ends(with: ","), Decimal.readTyped(text.dropping(last: 1)) != nil {
      return "without the comma: \(flag) \(text.dropping(last: 1))"
    }
    if isRange { return "one value is expected here; --sweep \(name)=10,20,30 takes each of several" }
    if let list = sweptValues, Flag.all.first(where: { $0.name == name }).map({ $0.scope == .run }) ?? true {
      return "to draw a curve for each value: --sweep \(name)=\(list)"
    }
    let quotes = "“”„«»‘’\"'".unicodeScalars
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !quotes.contains($0) }))
    if plain.utf8.count < text.utf8.count, Decimal.readTyped(plain) != nil {
      return "without the quotes: \(flag) \(plain)"
    }
    let parts = text.parts(between: ",")
    // 0,1 is 0.1 in much of the world.
    if parts.count == 2, let number = Decimal.readTyped(parts.joined(by: ".")), parts[1].utf8.allSatisfy(\.isDigit) {
      return "decimals are separated by a point: \(flag) \(Shown.number(number))"
    }
    if let hint = unitHint(for: flag) { return hint }
    if text.holds("^") || text.holds("*") { return "\(flag) takes no expression; powers of ten are written 1e-3" }
    return "numbers are written as 50, 0.1, 1e-3, or 300k"
  }

  /// What to write in place of a percentage where none is taken.
  private func percentageHint(for flag: String) -> String {
    let name = flag.dropping(first: 2)
    let isOurs = Flag.all.contains { $0.name.isFolded(equalTo: name) }
    let takesFraction = Catalogue.kinds.contains { kind in
      kind.declaration.parameters.contains {
        $0.name.isFolded(equalTo: name) && $0.standard.flatMap(Decimal.readLoosely).map { $0 > 0 && $0 <= 1 } ?? false
      }
    }
    guard !isOurs, takesFraction, let percent = Decimal.readLoosely(text.dropping(last: 1)) else {
      return "\(flag) takes no percentage"
    }
    return "as a fraction: \(flag) \(Shown.number(percent / 100))"
  }

  /// The number before a unit, as in 5ep, 100 steps, 6pct, and what to write.
  private func unitHint(for flag: String) -> String? {
    let word = text.parts(between: " ").joined()
    let number = Bytes(word.utf8.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }).text
    guard !number.isEmpty else { return nil }
    switch word.dropping(first: number.utf8.count).lowercasedASCII {
    case "%", "pct", "percent": return "written \(flag) \(number)%"
    case "ep", "epoch", "epochs", "e", "step", "steps", "it", "iter", "iters", "iterations", "updates", "s":
      return "without the unit: \(flag) \(number)"
    default: return nil
    }
  }

  /// Whether it is a range of numbers: 1-5, 10:50:10, 1..5.
  private var isRange: Bool {
    for separator: Unicode.Scalar in ["-", ":"] {
      let parts = text.parts(between: separator)
      if parts.count > 1, parts.allSatisfy({ Decimal.readTyped($0) != nil }) { return true }
    }
    let ends = text.utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    return ends.count == 2 && text.holds("..") && ends.allSatisfy { Decimal.readTyped($0) != nil }
  }

  /// The values of a list where one number is expected: `0.9,0.95,0.99`.
  private var sweptValues: String? {
    let parts = text.parts(between: ",")
    guard parts.count > 1, parts.allSatisfy({ Decimal.readTyped($0) != nil }) else { return nil }
    // 0,1 is 0.1 in much of the world.
    if parts.count == 2, parts[1].utf8.allSatisfy(\.isDigit), !parts[0].holds(".") { return nil }
    return text
  }

  /// A number; what is none stays a text, and is refused where a number is wanted.
  func number(isFloat: Bool = false) -> Value {
    guard let value = typedNumber else { return string }
    let isPlain = text.utf8.allSatisfy { $0.isDigit || "-+_".utf8.contains($0) }
    let isInteger = !isFloat && (isPlain || Decimal.readLoosely(text) == nil && value.rounded() == value)
    return Value(.number(Number(value, isInteger: isInteger)), at: range)
  }

  /// A number that is wanted as an integer: people type `1e5` for 100000.
  func integer(for flag: String) throws(Diagnostic) -> Value {
    let value = try number(for: flag)
    guard case .number(let number) = value.content, Int(exactly: number.value) != nil
    else { return value }
    return Value(.number(Number(number.value, isInteger: true)), at: range)
  }

  /// A whole number of epochs or steps.
  func count(for flag: String, atLeast lowest: Int) throws(Diagnostic) -> Double {
    guard case .number(let number) = try integer(for: flag).content, number.isInteger, number.value >= Double(lowest),
      number.value <= 1e12
    else {
      let limit = typedNumber.map { $0 > 1e12 } ?? false ? "at most 10¹²" : "at least \(lowest)"
      throw Diagnostic(.value, "“\(flag)” must be a whole number, \(limit), not \(text)", at: range)
    }
    return number.value
  }

  var boolean: Value {
    switch text.lowercasedASCII {
    case "true", "yes", "1", "on": Value(.bool(true), at: range)
    case "false", "no", "0", "off": Value(.bool(false), at: range)
    default: string
    }
  }

  /// Whatever it looks like.
  var scalar: Value {
    switch text.lowercasedASCII {
    case "true": Value(.bool(true), at: range)
    case "false": Value(.bool(false), at: range)
    default: number()
    }
  }

  /// The parts between commas, without the spaces around them; what stands in brackets or quotes is one part.
  func pieces(from start: Int = 0, at separator: UInt8 = UInt8(ascii: ",")) -> [CommandLine.Argument] {
    let bytes = Array(text.utf8)
    guard start < bytes.count else { return [] }
    var pieces: [CommandLine.Argument] = []
    var (first, depth, isQuoted) = (start, 0, false)
    for (index, byte) in bytes.enumerated().dropFirst(start) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"): depth -= 1
      case separator where depth <= 0 && !isQuoted:
        pieces.append(trimmed(bytes, first, index))
        first = index + 1
      default: break
      }
    }
    return pieces + [trimmed(bytes, first, bytes.count)]
  }

  private func trimmed(_ bytes: [UInt8], _ first: Int, _ last: Int) -> CommandLine.Argument {
    var (first, last) = (first, last)
    while first < last, bytes[first] == 0x20 { first += 1 }
    while first < last, bytes[last - 1] == 0x20 { last -= 1 }
    return part(from: first, to: last)
  }
}
