import Diagnostics
import JSON
import Schedules
import TestSupport
import Testing
import Text

@testable import CommandLineTool

/// Lint has nothing to say of schedules that are as they should be: every kind at lengths of every sort, as long as the run.
@Suite struct GoodSchedulesTests {
  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `schedules as long as their run are left alone`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    var random = Random(seed: name)
    var tried = 0
    for _ in 0..<9 where tried < 4 {
      let scale = [0.4, 1, 3, 7][random.below(4)]
      let alone = Schedules.file(of: kind, scaledBy: scale, run: "")
      guard let own = try Linted(alone)?.spec else { continue }
      let nodes = own.plans.flatMap(\.allNodes)
      // What has no end is stepped for longer than anything in it takes.
      let longest = Schedules.lengths(in: kind.exampleMembers, of: kind).max().map { Int($0 * scale) } ?? 0
      let hasLength = nodes.contains { $0.node.scheduler.length != nil }
      if hasLength, longest > own.epochs { continue }
      let length = hasLength ? own.epochs : max(100, 3 * longest)
      // So few epochs that nobody could have meant them.
      let perEpoch = "\"steps_per_epoch\": \(max(2, length / (1 + random.below(3)))), "
      let isByStep = nodes.allSatisfy { $0.interval == .step }
      let run = isByStep ? "\"steps\": \(length), " : "\"epochs\": \(length), "
      for run in hasLength ? ["", run, run + perEpoch] : [run, run + perEpoch] {
        let file = Schedules.file(of: kind, scaledBy: scale, run: run)
        guard let findings = try Linted(file)?.findings else { continue }
        tried += 1
        // Factors are those of the example, and do not fit every length.
        for finding in findings where ![.vanishing, .range].contains(finding.rule) {
          Issue.record("\(finding.rule) \(finding.message) ← \(file)")
        }
      }
    }
    #expect(tried > 0, "no length of \(name) could be built")
  }
}

/// A file as lint sees it.
struct Linted {
  let spec: Spec
  let document: LintedDocument

  /// Nothing where the file cannot be built or run.
  init?(_ file: String) throws {
    let source = Source(name: "test", bytes: Bytes(file.utf8))
    func read(_ value: Value) -> Spec? {
      try? Spec.read(value) { (path) throws(Diagnostic) in throw Diagnostic(.io, path) }
    }
    let value = try Scanner.read(source)
    guard let spec = read(value) else { return nil }
    self.spec = spec
    document = LintedDocument(value: value, read: read)
  }

  var findings: [Finding] { Lint.findings(in: spec, of: document, allowing: []) }
}

extension Schedules {
  /// A kind's example as a file whose lengths are another multiple.
  static func file(of kind: Kind, scaledBy scale: Double, run: String) -> String {
    let members = Value.scaled(kind.exampleMembers, of: kind, by: scale).map { "\"\($0.key)\": \($0.value.line)" }
    let inside = ["\"type\": \"\(kind.fullName)\""] + members
    let metric = kind.watchesMetric ? ", \"metric\": {\"expression\": \"1 / (epoch + 1)\"}" : ""
    return "{\(run)\"scheduler\": {\(inside.joined(separator: ", "))}\(metric)}"
  }
}

extension Schedules {
  /// The numbers of a scheduler that say how long something in it is.
  static func lengths(in members: [Member], of kind: Kind) -> [Double] {
    let roles: Set<Role> = [.warmup, .hold, .decay, .milestones, .period, .cycle]
    return members.flatMap { member -> [Double] in
      let parameter = kind.declaration.parameters.first { $0.name.isFolded(equalTo: member.key) }
      return member.value.numbers(areLengths: parameter?.role.map(roles.contains) == true)
    }
  }
}

extension Value {
  private static let lengths: Set<Role> = [.length, .warmup, .hold, .decay, .milestones, .period, .cycle, .epochs]

  /// The members of a scheduler with every length in it multiplied.
  fileprivate static func scaled(_ members: [Member], of kind: Kind, by scale: Double) -> [Member] {
    members.map { member in
      let parameter = kind.declaration.parameters.first { $0.name.isFolded(equalTo: member.key) }
      let isLength = parameter?.role.map(lengths.contains) == true
      return Member(key: member.key, at: member.keyRange, value: member.value.scaled(by: scale, isLength: isLength))
    }
  }

  /// The value with each whole number in it multiplied if it is a length, and the lengths of schedulers in it.
  private func scaled(by scale: Double, isLength: Bool) -> Value {
    switch content {
    case .number(let number) where isLength && number.value >= 1 && number.value == number.value.rounded():
      .integer(Int(max(1, (number.value * scale).rounded())))
    case .array(let elements): Value(.array(elements.map { $0.scaled(by: scale, isLength: isLength) }))
    case .object(let members):
      if case .string(let name)? = members.first(where: { $0.key == "type" })?.value.content,
        let kind = Catalogue.kind(named: name)
      {
        Value(.object(Value.scaled(members, of: kind, by: scale)))
      } else {
        self
      }
    default: self
    }
  }

  fileprivate func numbers(areLengths: Bool) -> [Double] {
    switch content {
    case .number(let number): areLengths ? [number.value] : []
    case .array(let elements): elements.flatMap { $0.numbers(areLengths: areLengths) }
    case .object(let members):
      if case .string(let name)? = members.first(where: { $0.key == "type" })?.value.content,
        let kind = Catalogue.kind(named: name)
      {
        Schedules.lengths(in: members, of: kind)
      } else {
        areLengths ? members.compactMap { Double($0.key) } : []
      }
    default: []
    }
  }

  /// The value as text in one line.
  fileprivate var line: String { text(isOpen: false).text }
}
