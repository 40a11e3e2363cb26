import Diagnostics
import JSON
import Schedules
import Text

/// Makes the document that a command line stands for: the same JSON that a file would hold, with places in the line.
///
/// Everything but nested JSON and numbers is checked where documents are read.
struct LineDocument {
  let line: ParsedLine
  /// The kinds that make one curve, by their places among those of the line.
  let links: Range<Int>
  /// Where the first kind is named: the place of what the line does not say.
  let place: SourceRange

  init(_ line: ParsedLine) {
    self.init(line, links: 0..<(line.links.firstIndex(where: \.connective.isQuantity) ?? line.links.count))
  }

  init(_ line: ParsedLine, links: Range<Int>) {
    self.line = line
    self.links = links
    place = links.first.map { line.links[$0].word.range } ?? line.line.end
  }

  /// The kinds from one of these places up to the next of them, or to an end.
  ///
  /// An array of ranges, or a `zip`, would take a tenth of a short run to set up.
  static func part(_ index: Int, of starts: [Int], to end: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : end)
  }

  /// The document.
  func value() throws(Diagnostic) -> Value {
    let curves = try curves()
    let chain = try curves == nil ? chain() : nil
    var members: [Member] = []
    if let title = argument(.title) { members.append(member("title", title.string)) }
    members += try run(lasting: chain?.length ?? curves?.length)
    members.append(member("optimizer", try optimizer()))
    if let chain { members.append(member("scheduler", chain.scheduler)) }
    if let curves { members.append(member("curves", curves.value)) }
    if let quantities = try quantities() { members.append(member("quantities", quantities)) }
    if let objective = try objective() { members.append(member("objective", objective)) }
    if let metric = argument(.metric) { members.append(member("metric", try self.metric(metric))) }
    let plot = try PlotFlags(line: line, range: place).members()
    if !plot.isEmpty { members.append(member("plot", object(plot))) }
    return object(members)
  }

  // MARK: Values

  /// A flag of one of the kinds of this curve, as it was given last.
  func given(_ name: String) -> ParsedLine.GivenFlag? { line.given.last { $0.name == name && links.contains($0.link) } }

  func argument(_ name: Flag.Name) -> CommandLine.Argument? { line.value(of: name) }

  func member(_ key: String, _ value: Value) -> Member { Member(key: key, at: value.range, value: value) }

  func object(_ members: [Member]) -> Value { Value(.object(members), at: place) }

  func number(_ value: Double, at range: SourceRange? = nil) -> Value {
    Value(.number(Number(value, isInteger: false)), at: range ?? place)
  }

  func count(_ value: Double, at range: SourceRange? = nil) -> Value {
    Value(.number(Number(value, isInteger: true)), at: range ?? place)
  }
}
