import Diagnostics
import JSON
import Schedules
import Text

/// The optimizer that a command line describes, and its param groups.
extension LineDocument {
  func optimizer() throws(Diagnostic) -> Value {
    var members: [Member] = []
    let type = argument(.optimizer)
    members.append(member("type", Value(.string(type.map(typeName) ?? "SGD"), at: type?.range ?? place)))
    members.append(member("lr", try scaled(argument(.lr)?.number(for: "--lr") ?? number(0.1))))
    if let momentum = argument(.momentum) {
      members.append(member("momentum", try momentum.number(for: "--momentum")))
    } else if type == nil {
      members.append(member("momentum", number(0.9)))
    }
    members += try hyperparameters()
    if let scale = line.last(.scaleLR), try ownScale() == nil {
      members.append(member("scale_lr", try scaling(scale)))
    }
    let groups = line.values(of: .group)
    if !groups.isEmpty {
      var elements: [Value] = []
      for group in groups { elements.append(try self.group(group)) }
      members.append(member("param_groups", Value(.array(elements), at: groups[0].range)))
    }
    return Value(.object(members), at: type?.range ?? place)
  }

  /// What other tools have options for, as `--weight-decay` and `--betas`: values of the optimizer by its own names.
  private func hyperparameters() throws(Diagnostic) -> [Member] {
    var members: [Member] = []
    for given in line.given where given.name.begins(with: "optimizer.") {
      let value: Value
      if let argument = given.value, !argument.text.begins(with: "["), argument.text.utf8.contains(UInt8(ascii: ",")) {
        value = Value(.array(argument.pieces().map { $0.number() }), at: argument.range)
      } else {
        value = try given.value?.json(of: line.line.source) ?? self.value(ofSwitch: given)
      }
      let key = given.name.dropping(first: "optimizer.".utf8.count)
      members.append(Member(key: key, at: given.typed.range, value: value))
    }
    return members
  }

  /// The framework's own spelling, where there is such an optimizer.
  private func typeName(_ argument: CommandLine.Argument) -> String {
    OptimizerType.named(argument.text)?.name ?? argument.text
  }

  private func scaling(_ given: ParsedLine.GivenFlag) throws(Diagnostic) -> Value {
    let value = self.value(ofSwitch: given)
    if case .bool(true) = value.content, !line.has(.worldSize) {
      throw Diagnostic(
        .usage, "“--scale-lr” multiplies the rates by “--world-size”, which is not given", at: given.typed.range,
        hint: "for example, --dataset-size 50000 --batch-size 128 --world-size 8")
    }
    return value
  }

  /// What `--scale-lr` multiplies the rates by where the run is not made of a data set, which would say it itself.
  func ownScale() throws(Diagnostic) -> Double? {
    guard let given = line.last(.scaleLR), case .bool(true) = value(ofSwitch: given).content,
      let processes = argument(.worldSize), !line.has(.datasetSize), !line.has(.batchSize)
    else { return nil }
    return try processes.count(for: "--world-size", atLeast: 1)
  }

  private func scaled(_ rate: Value) throws(Diagnostic) -> Value {
    guard let scale = try ownScale(), case .number(let number) = rate.content else { return rate }
    return self.number(number.value * scale, at: rate.range)
  }

  /// `NAME:lr=0.01,momentum=0.8`, or `NAME` alone.
  private func group(_ argument: CommandLine.Argument) throws(Diagnostic) -> Value {
    let bytes = Array(argument.text.utf8)
    let equals = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.count
    // `lr=0.01` without a name is a group without a name.
    let colon = bytes[..<equals].firstIndex(of: UInt8(ascii: ":")) ?? (equals < bytes.count ? -1 : bytes.count)
    var members: [Member] = []
    if bytes.isEmpty || colon == 0 {
      throw Diagnostic(.usage, "a group needs a name", at: argument.range, hint: "for example, --group head:lr=0.01")
    }
    if let meant = MeantGroups.correction(of: argument.text) {
      throw Diagnostic(
        .usage, "“\(argument.text)” is not of the form NAME:lr=RATE", at: argument.range,
        hint: "did you mean “\(meant)”?")
    }
    if colon > 0 { members.append(member("name", argument.part(from: 0, to: colon).string)) }
    for pair in argument.pieces(from: colon + 1) {
      guard let equals = pair.text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        throw Diagnostic(
          .usage, "“\(pair.text)” is not of the form NAME=VALUE", at: pair.range,
          hint: "for example, --group head:lr=0.01")
      }
      let offset = pair.text.utf8.distance(from: pair.text.startIndex, to: equals)
      let key = pair.part(from: 0, to: offset)
      let value = try pair.part(from: offset + 1).json(of: line.line.source)
      let name = OptimizerReader.isParameter(key.text) ? key.text : Synonym.ofGroup(key.text) ?? key.text
      members.append(Member(key: name, at: key.range, value: name.isFolded(equalTo: "lr") ? try scaled(value) : value))
    }
    return Value(.object(members), at: argument.range)
  }
}
