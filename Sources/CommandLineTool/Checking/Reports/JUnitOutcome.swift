import XML

/// What to say about a test case.
struct JUnitOutcome {
  enum Kind {
    case failure, error, skipped, output

    var element: StaticString {
      switch self {
      case .failure: "failure"
      case .error: "error"
      case .skipped: "skipped"
      case .output: "system-out"
      }
    }
  }

  let kind: Kind
  var message: String?
  var type: String?
  var text: String?

  func write(to writer: inout Writer) {
    let attributes: Writer.Attributes = ["message": Attribute(message), "type": Attribute(type)]
    if let text {
      writer.element(kind.element, attributes, text: text)
    } else {
      writer.element(kind.element, attributes)
    }
  }
}
