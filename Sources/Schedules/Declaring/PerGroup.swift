import Diagnostics
import JSON
import Text

/// One value for all param groups, or one for each.
struct PerGroup<Element: ParameterValue>: ParameterValue {
  private let elements: [Element]
  private let isSame: Bool
  private let range: SourceRange?

  init(_ value: Element) {
    elements = [value]
    isSame = true
    range = nil
  }

  private init(_ elements: [Element], isSame: Bool, range: SourceRange) {
    self.elements = elements
    self.isSame = isSame
    self.range = range
  }

  static var valueType: ValueType { .perGroup(Element.valueType) }

  static func read(_ value: Value, _ reading: inout Reading) -> PerGroup? {
    if case .array = value.content {
      return [Element].read(value, &reading).map { PerGroup($0, isSame: false, range: value.range) }
    }
    return Element.read(value, &reading).map { PerGroup([$0], isSame: true, range: value.range) }
  }

  /// The value for all groups, unless each has its own.
  var common: Element? { isSame ? elements.first : nil }

  /// The value of each group of an optimizer.
  ///
  /// Throws `error[value]` when an array has not as many elements as there are groups.
  func values(for optimizer: Optimizer, as name: String) throws(Diagnostic) -> [Element] {
    if isSame, let element = elements.first { return optimizer.groups.map { _ in element } }
    guard elements.count == optimizer.groups.count else {
      throw Diagnostic(
        .value,
        "“\(name)” has \(elements.count.counted("value")), but there \(optimizer.groups.count == 1 ? "is" : "are") "
          + optimizer.groups.count.counted("param group"),
        at: range)
    }
    return elements
  }

  var numbers: [Double] { elements.flatMap(\.numbers) }
  var shown: String { isSame ? elements.first?.shown ?? "" : elements.shown }
}
