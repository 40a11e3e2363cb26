package import Text

extension Value {
  /// The value as JSON text, ended by a line feed: what fits stands on one line, the rest is broken and indented by two.
  ///
  /// An open one is broken in any case, for a file that people will go on with.
  package func text(width: Int = 100, isOpen: Bool = false) -> Bytes {
    var bytes = Bytes()
    write(to: &bytes, indentation: 0, behind: isOpen ? width : 0, width: width)
    bytes.append(0x0A)
    return bytes
  }

  private func write(to bytes: inout Bytes, indentation: Int, behind column: Int, width: Int) {
    let start = bytes.count
    writeLine(to: &bytes)
    if children.isEmpty || column + bytes.count - start <= width { return }
    bytes.removeSubrange(start...)
    let inner = indentation + 2
    func line(_ first: Bool, _ depth: Int) {
      bytes.append(literal: first ? "\n" : ",\n")
      bytes.append(contentsOf: repeatElement(0x20, count: depth))
    }
    func end(_ bracket: StaticString) {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: indentation))
      bytes.append(literal: bracket)
    }
    switch content {
    case .array(let elements):
      bytes.append(literal: "[")
      for (index, element) in elements.enumerated() {
        line(index == 0, inner)
        element.write(to: &bytes, indentation: inner, behind: inner, width: width)
      }
      end("]")
    case .object(let members):
      bytes.append(literal: "{")
      for (index, member) in members.enumerated() {
        line(index == 0, inner)
        let start = bytes.count
        JSONText.append(member.key, to: &bytes)
        bytes.append(literal: ": ")
        member.value.write(to: &bytes, indentation: inner, behind: inner + bytes.count - start, width: width)
      }
      end("}")
    default: break
    }
  }

  private func writeLine(to bytes: inout Bytes) {
    switch content {
    case .null: bytes.append(literal: "null")
    case .bool(let bool): bytes.append(bool ? "true" : "false")
    case .number(let number): number.write(to: &bytes)
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let elements):
      bytes.append(literal: "[")
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(literal: ", ") }
        element.writeLine(to: &bytes)
      }
      bytes.append(literal: "]")
    case .object(let members):
      bytes.append(literal: members.isEmpty ? "{" : "{ ")
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(literal: ", ") }
        JSONText.append(member.key, to: &bytes)
        bytes.append(literal: ": ")
        member.value.writeLine(to: &bytes)
      }
      bytes.append(literal: members.isEmpty ? "}" : " }")
    }
  }
}

extension Number {
  /// An integer without a point, as Python tells the two apart; anything else as the shortest that reads back.
  fileprivate func write(to bytes: inout Bytes) {
    if isInteger, let whole = Int(exactly: value) {
      Decimal.append(whole, to: &bytes)
    } else if value.isFinite {
      Decimal.append(shortest: value, to: &bytes)
    } else {
      // What was beyond the largest double when it was read is so again.
      bytes.append(value < 0 ? "-1e999" : "1e999")
    }
  }
}
