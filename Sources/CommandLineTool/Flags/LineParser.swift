import Diagnostics
import Schedules
import Text

/// Takes a command line apart, argument by argument.
struct LineParser {
  let line: CommandLine
  let grammar: Grammar
  private(set) var known: KnownFlags
  private(set) var parsed: ParsedLine
  /// Which value of each sweep is taken; without them sweeps are only noted.
  private let choices: [Int]?
  /// The first kind that the line names, wherever it stands.
  let kindAhead: Kind?
  /// What may be said where a kind stands in place of a file.
  static let scopesOfKind: [Flag.Scope] = [.run, .chain, .naming]
  /// The argument that comes next.
  private var index = 0

  /// A line whose command word is a kind has that kind's parameters for flags; so has one whose command accepts a kind
  /// in place of a file.
  init(_ line: CommandLine, _ grammar: Grammar, choices: [Int]? = nil) {
    self.line = line
    self.grammar = grammar
    self.choices = choices
    // Options may stand before the kind that they are for.
    let ahead = grammar.acceptsKind ? Command.kind(behindCommandOf: line) : nil
    known = KnownFlags(
      scopes: grammar.scopes + (ahead == nil ? [] : LineParser.scopesOfKind),
      parameters: (grammar.kind ?? ahead)?.declaration.parameters ?? [])
    kindAhead = grammar.kind ?? ahead
    parsed = ParsedLine(of: line, grammar)
  }

  mutating func parse() throws(Failure) -> ParsedLine {
    var onlyOperands = false
    while let argument = next() {
      if onlyOperands || argument.isWord {
        take(word: argument)
      } else if argument.text == "--" {
        onlyOperands = true
      } else {
        try takeFlag(argument)
      }
    }
    try refuseOverruled()
    return parsed
  }

  private mutating func next() -> CommandLine.Argument? {
    guard index < line.arguments.count else { return nil }
    defer { index += 1 }
    return line.arguments[index]
  }

  private mutating func take(word: CommandLine.Argument) {
    if parsed.command == nil {
      parsed.command = word
      if let kind = grammar.kind { parsed.links.append(ChainLink(kind: kind, word: word)) }
    } else if grammar.acceptsKind, parsed.operands.isEmpty, parsed.links.isEmpty,
      let kind = Catalogue.kind(named: word.text)
    {
      parsed.links.append(ChainLink(kind: kind, word: word))
      known = KnownFlags(scopes: grammar.scopes + LineParser.scopesOfKind, parameters: kind.declaration.parameters)
    } else {
      parsed.operands.append(word)
    }
  }

  private mutating func takeFlag(_ argument: CommandLine.Argument) throws(Failure) {
    // A cluster such as `-qv` leaves a shorter one; there are only so many switches, so a long one is a mistake.
    var rest: CommandLine.Argument? = argument
    for _ in 0..<8 {
      guard let flag = rest else { return }
      rest = try takeFirst(of: flag)
    }
    if rest != nil { throw line.failure("too many switches at once", at: argument.range) }
  }

  /// Takes the flag that an argument begins with, and returns the rest of a cluster.
  private mutating func takeFirst(of argument: CommandLine.Argument) throws(Failure) -> CommandLine.Argument? {
    if let long = longWithOneHyphen(argument) { throw unknown(long) }
    if let dashed = argument.behindDashes {
      throw line.failure(
        "unknown option “\(argument.text)”", at: argument.range, hint: "options begin with two hyphens: --\(dashed)")
    }
    let (typed, attached) = argument.flagAndValue
    let own = known.meaning(of: typed.text)
    let synonym = own == nil ? synonym(of: typed) : nil
    guard let meaning = own ?? synonym?.meaning else { throw unknown(typed) }
    if meaning.takesValue {
      let value = if let attached { attached } else { try value(of: typed, meaning) }
      try take(meaning, typed, synonym?.isRatio == true ? value.asPercentage : value)
    } else if attached == nil || meaning.mayTakeValue {
      try take(meaning, typed, attached)
    } else {
      guard let rest = argument.restOfCluster else {
        throw line.failure("“\(typed.text)” takes no value", at: typed.range)
      }
      try take(meaning, typed, nil)
      return rest
    }
    return nil
  }

  /// `-tmax` and `-output`: the name of a long option, and no cluster of short ones.
  private func longWithOneHyphen(_ argument: CommandLine.Argument) -> CommandLine.Argument? {
    guard !argument.text.begins(with: "--"), argument.text.utf8.count > 2 else { return nil }
    let bytes = Array(argument.text.utf8)
    let long = argument.part(from: 0, to: bytes.firstIndex(of: UInt8(ascii: "=")))
    let short = argument.part(from: 0, to: 2).text
    let isKnown = known.meaning(of: "-\(long.text)") != nil
    return isKnown || known.meaning(of: short) == nil && known.nearest(to: long.text) != nil ? long : nil
  }

  private mutating func take(
    _ meaning: KnownFlags.Meaning, _ typed: CommandLine.Argument, _ value: CommandLine.Argument?
  ) throws(Failure) {
    let link = max(0, parsed.links.count - 1)
    try refuseSecond(meaning, typed, at: link)
    let milestones = known.parameters.first { $0.role == .milestones }
    if meaning.name == "steps", !meaning.isParameter, let value, value.text.holds(","), let own = milestones {
      throw line.failure(
        "“\(typed.text)” is the number of updates of the run, not a list", at: value.range,
        hint: "did you mean “--\(own.flagName) \(value.text.shellQuoted)”?")
    }
    parsed.given.append(
      ParsedLine.GivenFlag(name: meaning.name, typed: typed, value: value, isNegated: meaning.isNegated, link: link))
    guard let value else { return }
    switch meaning.name {
    case "set": try set(value, typed)
    case "sweep": try sweep(value)
    case "quantity": try quantity(value, typed)
    default: if let connective = ChainLink.Connective(flag: meaning.name) { try join(value, connective, typed) }
    }
  }

  /// Throws where an option has been given already that may be given once.
  private func refuseSecond(
    _ meaning: KnownFlags.Meaning, _ typed: CommandLine.Argument, at link: Int
  ) throws(Failure) {
    let parameter = known.parameters.first { $0.name == meaning.name && meaning.isParameter }
    // One function for each param group is given as one option for each.
    if case .perGroup(.function)? = parameter?.valueType.required { return }
    let flag = meaning.isParameter ? nil : Flag.all.first { $0.name == meaning.name && known.scopes.contains($0.scope) }
    if flag?.isRepeatable == true { return }
    // A length is its stage's, a warm-up its curve's; what is said of the run may be said anywhere.
    let first =
      switch flag?.name {
      case "for": link
      case "warmup":
        parsed.links.indices.prefix(link + 1).last { [.vs, .first].contains(parsed.links[$0].connective) } ?? 0
      default: meaning.isParameter ? link : 0
      }
    guard let other = parsed.given.first(where: { $0.name == meaning.name && $0.link >= first }) else { return }
    // What a line sweeps is named in its own words.
    if parsed.sweeps.contains(where: { $0.name.range == other.typed.range }) { return }
    let isSame = other.typed.text.isFolded(equalTo: typed.text)
    throw line.failure(
      isSame ? "“\(typed.text)” is given twice" : "“\(typed.text)” and “\(other.typed.text)” are the same option",
      at: typed.range, hint: "leave one of them out")
  }

  /// Takes `PATH=VALUE`.
  private mutating func set(_ argument: CommandLine.Argument, _ typed: CommandLine.Argument) throws(Failure) {
    guard let (path, value) = argument.assignment else {
      let sides = argument.text.parts(between: ":")
      throw line.failure(
        "“\(argument.text)” is not PATH=VALUE", at: argument.range,
        hint: sides.count == 2
          ? "did you mean “\(typed.text) \(sides[0])=\(sides[1].shellQuoted)”?"
          : "for example, \(typed.text) \(argument.text.holds(".") ? argument.text : "scheduler.T_max")=100")
    }
    parsed.assignments.append((path, value))
  }

  /// Takes `NAME=VALUE,VALUE` as if the chosen value stood there alone.
  private mutating func sweep(_ argument: CommandLine.Argument) throws(Failure) {
    let sweep = try Sweep(argument, of: line)
    let chosen = choices.map { sweep.values[$0[parsed.sweeps.count]] }
    parsed.sweeps.append(sweep)
    let flag = CommandLine.Argument(text: "--\(sweep.name.text)", range: sweep.name.range)
    guard !parsed.links.isEmpty || grammar.kind != nil, !sweep.name.text.utf8.contains(UInt8(ascii: ".")) else {
      if let chosen { parsed.assignments.append((sweep.name, chosen)) }
      return
    }
    guard let meaning = known.meaning(of: flag.text) else {
      let near = known.nearest(to: flag.text).flatMap { known.meaning(of: $0)?.isOfSchedule == true ? $0 : nil }
      let kind = currentKind.map { " \($0.typedName)" } ?? ""
      throw line.failure(
        "“\(sweep.name.text)” is not an option that can be swept", at: sweep.name.range,
        hint: Diagnostic.suggestion(near?.dropping(first: 2)) ?? "`lrplot help\(kind)` lists the options")
    }
    guard meaning.isOfSchedule else {
      throw line.failure(
        "“\(sweep.name.text)” cannot be swept", at: sweep.name.range,
        hint: "parameters of a kind can, and options of a run")
    }
    if let chosen { try take(meaning, flag, chosen) }
  }

  /// Goes on with another kind, whose flags follow.
  private mutating func join(
    _ word: CommandLine.Argument, _ connective: ChainLink.Connective, _ typed: CommandLine.Argument
  ) throws(Failure) {
    guard !parsed.links.isEmpty else {
      throw line.failure(
        "“\(typed.text)” comes after a kind", at: typed.range,
        hint: "for example, lrplot linear --then cosine --tmax 45")
    }
    if connective == .vs, let quantity = parsed.links.first(where: \.connective.isQuantity) {
      throw line.failure(
        "“\(typed.text)” comes before “--quantity”", at: typed.range,
        hint: "\(quantity.kind.typedName) drives what all curves have")
    }
    try append(word, connective)
  }

  /// Goes on with the kind that drives a quantity: `NAME:VALUE KIND`.
  private mutating func quantity(_ name: CommandLine.Argument, _ typed: CommandLine.Argument) throws(Failure) {
    let example = "weight_decay:0.04 cosine --tmax 90"
    guard !parsed.links.isEmpty else {
      throw line.failure(
        "“\(typed.text)” comes after a kind", at: typed.range,
        hint: "for example, lrplot cosine --tmax 90 \(typed.text) \(example)")
    }
    guard let word = next(), !known.isFlag(word) else {
      throw line.failure(
        "“\(name.text)” needs a kind that drives it", at: name.range, hint: "for example, \(typed.text) \(example)")
    }
    try append(word, .quantity(name))
  }

  private mutating func append(_ word: CommandLine.Argument, _ connective: ChainLink.Connective) throws(Failure) {
    let link = try ChainLink(word, connective: connective, of: line)
    parsed.links.append(link)
    known.parameters = link.kind.declaration.parameters
  }

  private mutating func value(
    of typed: CommandLine.Argument, _ meaning: KnownFlags.Meaning
  ) throws(Failure) -> CommandLine.Argument {
    let isConnective = ChainLink.Connective(flag: meaning.name) != nil
    guard let value = next() else {
      throw line.failure(
        "“\(typed.text)” needs a \(isConnective ? "kind" : "value")", at: typed.range,
        hint: isConnective ? "for example, \(typed.text) cosine --tmax 45" : nil)
    }
    guard !known.isFlag(value) else {
      throw line.failure(
        "“\(typed.text)” needs a \(isConnective ? "kind" : "value")", at: typed.range,
        hint: isConnective ? nil : "\(typed.text)=\(value.text) if that is the value")
    }
    return value
  }

  /// The last flag wins, but a sweep that is overruled would be several curves of one value.
  private func refuseOverruled() throws(Failure) {
    for sweep in parsed.sweeps {
      guard let place = parsed.given.firstIndex(where: { $0.typed.range == sweep.name.range }) else { continue }
      let swept = parsed.given[place]
      // A parameter is its kind's, and a length its stage's; what is said of the run may be said anywhere.
      let isOfRun = Flag.all.contains { $0.name == swept.name && $0.name != "for" }
      let later = parsed.given.dropFirst(place + 1).first {
        $0.name == swept.name && (isOfRun || $0.link == swept.link)
      }
      if let later {
        throw line.failure(
          "“\(sweep.name.text)” is swept already", at: later.typed.range, hint: "leave one of them out")
      }
    }
  }
}
