import Diagnostics
import JSON
import Schedules
import Text

/// The optimizer that a command line describes, and its param groups.
extension LineDocument {
  func optimizer() throws(Diagnostic) -> Value {
    var members: [Member] = []
    let type = argument("optimizer")
    members.append(member("type", Value(.string(type.map(typeName) ?? "SGD"), at: type?.range ?? place)))
    members.append(member("lr", try argument("lr")?.number(for: "--lr") ?? number(0.1)))
    if let momentum = argument("momentum") {
      members.append(member("momentum", try momentum.number(for: "--momentum")))
    } else if type == nil {
      members.append(member("momentum", number(0.9)))
    }
    if let scale = line.last("scale-lr") { members.append(member("scale_lr", try scaling(scale))) }
    let groups = line.given.filter { $0.name == "group" }.compactMap(\.value)
    if !groups.isEmpty {
      var elements: [Value] = []
      for group in groups { elements.append(try self.group(group)) }
      members.append(member("param_groups", Value(.array(elements), at: groups[0].range)))
    }
    return Value(.object(members), at: type?.range ?? place)
  }

  /// The framework's own spelling, where there is such an optimizer.
  private func typeName(_ argument: CommandLine.Argument) -> String {
    OptimizerType.named(argument.text)?.name ?? argument.text
  }

  private func scaling(_ given: ParsedLine.Given) throws(Diagnostic) -> Value {
    let value = self.value(ofSwitch: given)
    if case .bool(true) = value.content, !line.has("world-size") {
      throw Diagnostic(
        .usage, "“--scale-lr” multiplies the rates by “--world-size”, which is not given", at: given.typed.range,
        hint: "for example, --dataset-size 50000 --batch-size 128 --world-size 8")
    }
    return value
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
    if colon > 0 { members.append(member("name", argument.part(from: 0, to: colon).string)) }
    for pair in argument.pieces(from: colon + 1) {
      guard let equals = pair.text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        throw Diagnostic(
          .usage, "“\(pair.text)” is not name=value", at: pair.range, hint: "for example, --group head:lr=0.01")
      }
      let offset = pair.text.utf8.distance(from: pair.text.startIndex, to: equals)
      let key = pair.part(from: 0, to: offset)
      members.append(
        Member(key: key.text, at: key.range, value: try pair.part(from: offset + 1).json(of: line.line.source)))
    }
    return Value(.object(members), at: argument.range)
  }

}
