import Diagnostics
import JSON
import Text

/// What a schedule file may ask for at most, told from its document before anything is made of it.
///
/// A file of 4 MiB can name a million param groups, and a run of 2·10⁷ values can ask a long expression for each.
struct SpecLimits {
  /// Param groups and curves together.
  static let mostSeries = 10_000
  /// What a core works out in about ten seconds, in units of `work`.
  private static let mostWork = 800_000_000.0

  /// How many param groups and curves there are.
  let series: Int
  /// How much is to be worked out for a step, in units of about ten nanoseconds.
  let work: Double

  init(of fields: Fields) {
    let shared = SpecLimits.groups(in: fields["optimizer"]?.value)
    guard let curves = fields["curves"]?.value.elements else {
      (series, work) = (shared, SpecLimits.work(in: fields["scheduler"]?.value, groups: Double(shared)))
      return
    }
    // Curves without an optimizer of their own have the file's groups.
    var (series, work) = (curves.count, 0.0)
    for curve in curves where series <= SpecLimits.mostSeries {
      let own = Fields(curve.members, of: "", namedAt: curve.range)
      let groups = own["optimizer"].map { SpecLimits.groups(in: $0.value) } ?? shared
      series += groups
      work += SpecLimits.work(in: own["scheduler"]?.value, groups: Double(groups))
    }
    (self.series, self.work) = (series, work)
  }

  /// Reports more groups and curves than a picture can show.
  func areSeriesAllowed(_ fields: Fields, _ reading: inout Reading) -> Bool {
    guard series > SpecLimits.mostSeries else { return true }
    reading.report(
      Diagnostic(
        .value, "the file has more than 10,000 param groups and curves",
        at: (fields["curves"] ?? fields["optimizer"])?.keyRange))
    return false
  }

  /// Reports a run that would take minutes to work out.
  func checkWork(steps: Int, at range: SourceRange?, _ reading: inout Reading) {
    guard Double(steps) * work > SpecLimits.mostWork else { return }
    reading.report(
      Diagnostic(
        .value, "the run would take too long to work out: \(steps) steps of so many schedulers, or of such functions",
        at: range, hint: "set “epochs” to less"))
  }

  private static func groups(in optimizer: Value?) -> Int {
    guard let optimizer else { return 1 }
    let fields = Fields(optimizer.members, of: "", namedAt: optimizer.range)
    let groups = fields["param_groups"]?.value.elements ?? []
    return max(1, groups.reduce(0) { min(mostSeries + 1, $0 + layers(of: $1)) })
  }

  /// How many groups one makes that may have layers.
  private static func layers(of group: Value) -> Int {
    guard let layers = Fields(group.members, of: "", namedAt: group.range)["layers"]?.value,
      case .number(let number)? = Fields(layers.members, of: "", namedAt: layers.range)["count"]?.value.content
    else { return 1 }
    return Int(exactly: max(1, min(number.value, Double(mostSeries + 1))).rounded(.up)) ?? 1
  }

  /// What a scheduler's text costs: each object a step of something, each function its length, powers more.
  private static func work(in value: Value?, groups: Double) -> Double {
    switch value?.content {
    case .object(let members): groups + members.reduce(0) { $0 + work(in: $1.value, groups: groups) }
    case .string(let text): work(in: text) * groups
    // A list of functions has one for each group.
    case .array(let elements):
      elements.reduce(0) { sum, element in
        if case .string(let text) = element.content { return sum + work(in: text) }
        return sum + work(in: element, groups: groups)
      }
    default: 0
    }
  }

  private static func work(in text: String) -> Double {
    // Names are no functions.
    guard text.utf8.contains(where: isSign) else { return 0 }
    let stars = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "*") ? 1 : 0) }
    return Double(text.utf8.count) / 2 + 2 * Double(stars)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "+", "-", "*", "/", "%", "(", "<", ">", "=": true
    default: false
    }
  }
}

extension Value {
  fileprivate var elements: [Value]? { if case .array(let elements) = content { elements } else { nil } }
}
