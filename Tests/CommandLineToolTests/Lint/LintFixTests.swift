import Foundation
import Schedules
import TestSupport
import Testing

@testable import CommandLineTool

/// A fix is right when it is applied: by `--set` its finding is gone, whatever the kind, the rule, and the run.
@Suite struct LintFixTests {
  private static let runs = [
    "\"epochs\": 7, ", "\"epochs\": 35, ", "\"epochs\": 400, ", "\"epochs\": 90, \"steps_per_epoch\": 20, ",
    "\"steps\": 60, ", "\"steps\": 900, ", "\"steps\": 1000, \"steps_per_epoch\": 90, ",
  ]
  private static let optimizers = [
    "", "\"optimizer\": {\"lr\": 3e-7}, ", "\"optimizer\": {\"lr\": 0.2, \"momentum\": 0.99}, ",
    "\"optimizer\": {\"param_groups\": [{\"lr\": 0.3}, {\"lr\": 0.01}]}, ",
  ]

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `nothing is found any more where its fix is set`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let world = try TestWorld()
    var random = Random(seed: name)
    for _ in 0..<3 {
      let run = Self.runs[random.below(Self.runs.count)]
      let optimizer = Self.optimizers[random.below(Self.optimizers.count)]
      let scale = [0.5, 1, 2][random.below(3)]
      let file = Schedules.file(of: kind, scaledBy: scale, run: run + optimizer)
      try world.sandbox.write(file, to: "a.json")
      let before = try Report.read(world.run("lint", "a.json", "--report", "json"))
      for finding in before {
        guard let fix = finding.fix else { continue }
        let ended = world.run("lint", "a.json", "--set", "\(fix.path)=\(fix.value)", "--report", "json")
        #expect(ended.status < 2, "\(ended.error)\(file)")
        let after = try Report.read(ended)
        #expect(
          after.count { $0.rule == finding.rule } < before.count { $0.rule == finding.rule },
          "\(finding.rule) is still there after \(fix.path)=\(fix.value) ← \(file)")
      }
    }
  }

  @Test func `hints that name a value are fixes, and fixes are written by --fix where they are the only sensible one`()
    throws
  {
    let world = try TestWorld()
    for kind in Catalogue.kinds {
      for run in ["\"epochs\": 260, ", "\"steps\": 260, "] {
        let file = Schedules.file(of: kind, scaledBy: 1, run: run)
        guard let findings = try Linted(file)?.findings else { continue }
        let plain = findings.filter { [.bounce, .earlyEnd, .unfinished].contains($0.rule) && $0.fix?.range != nil }
        if plain.isEmpty { continue }
        try world.sandbox.write(file, to: "b.json")
        _ = world.run("lint", "b.json", "--fix", "-q")
        let written = try world.sandbox.text("b.json")
        #expect(written != file, "\(kind.fullName)")
        let left = try Linted(written)?.findings ?? []
        #expect(!left.contains { [.bounce, .earlyEnd, .unfinished].contains($0.rule) && $0.fix != nil }, "\(written)")
      }
    }
  }
}

/// What `lint --report json` says.
private struct Report: Decodable {
  struct Finding: Decodable {
    struct Fix: Decodable {
      let path: String
      let value: Number
    }
    let rule: String
    let fix: Fix?
  }
  /// A number in the digits that stand in the report, as a whole one may be asked for.
  struct Number: Decodable, CustomStringConvertible {
    let description: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      description = try (try? container.decode(Int.self)).map(String.init) ?? String(container.decode(Double.self))
    }
  }
  let findings: [Finding]

  static func read(_ ended: TestWorld.Ended) throws -> [Finding] {
    try JSONDecoder().decode(Report.self, from: Data(ended.output.utf8)).findings
  }
}
