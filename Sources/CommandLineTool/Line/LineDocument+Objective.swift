import Diagnostics
import JSON
import Text

/// The objective that a command line describes: `quadratic:a=4,start=[2,1]`.
extension LineDocument {
  func objective() throws(Diagnostic) -> Value? {
    let clips = [(Flag.Name.clipNorm, "norm"), (.clipValue, "value")]
    guard let argument = argument(.objective) else {
      if let flag = clips.lazy.compactMap({ line.last($0.0) }).first {
        throw Diagnostic(
          .usage, "“\(flag.typed.text)” clips the gradients of an objective, and there is none", at: flag.typed.range,
          hint: "for example, --objective quadratic")
      }
      return nil
    }
    let bytes = Array(argument.text.utf8)
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
    var members = [member("type", argument.part(from: 0, to: colon).string)]
    for pair in argument.pieces(from: colon + 1) {
      guard let (key, value) = pair.assignment else {
        throw Diagnostic(
          .usage, "“\(pair.text)” is not name=value", at: pair.range,
          hint: "for example, --objective quadratic:a=4,start=[2,1]"
        )
      }
      members.append(Member(key: key.text, at: key.range, value: try value.json(of: line.line.source)))
    }
    var limits: [Member] = []
    for (flag, key) in clips {
      guard let limit = self.argument(flag) else { continue }
      limits.append(Member(key: key, at: limit.range, value: try limit.number(for: "--\(flag.rawValue)")))
    }
    if let first = limits.first {
      members.append(
        Member(key: "clip", at: first.value.range, value: Value(.object(limits), at: first.value.range)))
    }
    return Value(.object(members), at: argument.range)
  }
}
