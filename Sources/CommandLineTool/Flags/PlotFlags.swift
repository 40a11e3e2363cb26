import Diagnostics
import JSON
import Schedules
import Text

/// What a command line says about the picture: the `plot` of its own document, or laid over that of a file.
struct PlotFlags {
  let line: ParsedLine
  /// Where the object stands that holds them.
  let range: SourceRange

  /// The members of a `plot` object.
  func members() throws(Diagnostic) -> [Member] {
    var members: [Member] = []
    for name in [Flag.Name.width, .height] {
      guard let side = line.value(of: name) else { continue }
      members.append(Member(key: key(name), at: side.range, value: try side.integer(for: "--\(name.rawValue)")))
    }
    for name in [Flag.Name.x, .xScale, .y, .curve, .theme, .background, .caption] {
      guard let word = line.value(of: name) else { continue }
      members.append(Member(key: key(name), at: word.range, value: word.string))
    }
    for name in [Flag.Name.scale, .xMin, .xMax, .yMin, .yMax] {
      guard let number = line.value(of: name) else { continue }
      members.append(Member(key: key(name), at: number.range, value: try number.number(for: "--\(name.rawValue)")))
    }
    for (name, key) in [(Flag.Name.ofPeak, "of_peak"), (.source, "show_source")] {
      guard let switched = line.last(name)?.typed else { continue }
      members.append(Member(key: key, at: switched.range, value: Value(.bool(true), at: switched.range)))
    }
    let marks = line.values(of: .mark)
    if let first = marks.first {
      let values = try marks.map { (mark) throws(Diagnostic) in try Self.mark(mark) }
      members.append(Member(key: "marks", at: first.range, value: Value(.array(values), at: first.range)))
    }
    return members
  }

  /// What a flag is called in a file.
  private func key(_ name: Flag.Name) -> String {
    String(decoding: name.rawValue.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  /// `30:now` as a mark of a file.
  private static func mark(_ argument: CommandLine.Argument) throws(Diagnostic) -> Value {
    let bytes = Array(argument.text.utf8)
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    let place = argument.part(from: 0, to: colon ?? bytes.count)
    if let colon, place.typedNumber == nil, argument.part(from: colon + 1).typedNumber != nil {
      throw Diagnostic(
        .value, "“--mark” starts with a number, not with “\(place.text)”", at: place.range,
        hint: "the place comes first: --mark \(argument.part(from: colon + 1).text):\(place.text)")
    }
    var members = [Member(key: "at", at: place.range, value: try place.number(for: "--mark"))]
    if let colon {
      let text = argument.part(from: colon + 1, to: bytes.count)
      members.append(Member(key: "text", at: text.range, value: text.string))
    }
    return Value(.object(members), at: argument.range)
  }

  /// The same as changes of a file's document, title included.
  func overrides() throws(Diagnostic) -> [Override] {
    let title = line.value(of: .title).map { Override([Override.Step("title", at: $0.range)], to: $0.string) }
    return (title.map { [$0] } ?? [])
      + (try members()).map { member in
        Override([Override.Step("plot", at: range), Override.Step(member.key, at: range)], to: member.value)
      }
  }

  /// What the ids in the picture begin with, if the line says so.
  ///
  /// Throws `error[value]` for what no id can begin with.
  func idPrefix() throws(Diagnostic) -> String? {
    guard let prefix = line.value(of: .idPrefix) else { return nil }
    let bytes = Array(prefix.text.utf8)
    guard bytes.first?.isLetter == true, bytes.count <= 64,
      bytes.allSatisfy({ $0.isLetter || $0.isDigit || "-_".utf8.contains($0) })
    else {
      throw Diagnostic(
        .value, "“--id-prefix” is a letter followed by letters, digits, “-”, or “_”, at most 64 in all",
        at: prefix.range)
    }
    return prefix.text
  }

  /// Lays the options of a command line over the title and the options of a file.
  typealias Overlay = @Sendable (_ title: inout String?, _ options: inout PlotOptions) -> Void

  /// A function that lays the options over those of a file; they are checked once, here.
  func overlay() throws(Failure) -> Overlay {
    let range = range
    let members: [Member]
    let prefix: String?
    do throws(Diagnostic) {
      members = try self.members()
      prefix = try idPrefix()
    } catch {
      throw .diagnosed(line.line.source, DiagnosticList([error]))
    }
    do throws(DiagnosticList) {
      var options = PlotOptions()
      try options.lay(members, at: range)
    } catch {
      throw .diagnosed(line.line.source, error)
    }
    let title = line.value(of: .title)?.text
    return { fileTitle, options in
      try? options.lay(members, at: range)
      fileTitle = title ?? fileTitle
      options.idPrefix = prefix ?? options.idPrefix
    }
  }
}
