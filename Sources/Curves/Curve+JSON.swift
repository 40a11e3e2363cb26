import JSON
package import Text

extension Curve {
  /// The curve as one JSON object of arrays, in the order of the CSV's columns; `null` where there is no value.
  package var json: Bytes {
    var bytes = Bytes()
    bytes.append(literal: "{\n")
    list("step", (0..<rowCount).lazy, to: &bytes) { Decimal.append($0, to: &$1) }
    bytes.append(literal: ",\n")
    list("epoch", (0..<rowCount).lazy.map { $0 / stepsPerEpoch }, to: &bytes) { Decimal.append($0, to: &$1) }
    for column in columns {
      bytes.append(literal: ",\n")
      list(column.heading, column.values, to: &bytes) { value, bytes in
        if value.isNaN { bytes.append(literal: "null") } else { Decimal.append(shortest: value, to: &bytes) }
      }
    }
    bytes.append(literal: "\n}\n")
    return bytes
  }

  private func list<Elements: Sequence>(
    _ name: String, _ elements: Elements, to bytes: inout Bytes, _ append: (Elements.Element, inout Bytes) -> Void
  ) {
    bytes.append(literal: "  ")
    JSONText.append(name, to: &bytes)
    bytes.append(literal: ": [")
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(literal: ", ") }
      isFirst = false
      append(element, &bytes)
    }
    bytes.append(literal: "]")
  }
}
