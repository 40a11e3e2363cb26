import Diagnostics
import JSON
import Schedules
import Testing
import Text

@testable import CommandLineTool

@Suite struct ResumeRulesTests {
  private func lint(_ text: String) throws -> [Finding] {
    let value = try Scanner.read(Source(name: "t", bytes: Bytes(text.utf8)))
    func read(_ value: Value) -> Spec? {
      try? Spec.read(value) { (_) throws(Diagnostic) in throw Diagnostic(.io, "no files") }
    }
    let spec = try #require(read(value))
    return Lint.findings(in: spec, of: LintedDocument(value: value, read: read), allowing: [])
  }

  private static func file(_ scheduler: String, _ resume: String, _ epochs: Int) -> String {
    #"{"epochs": \#(epochs), "optimizer": {"lr": 1}, "scheduler": \#(scheduler), "resume": \#(resume), "metric": 0.5}"#
  }

  private static let cosine = #"{"type": "CosineAnnealingLR", "T_max": 8}"#
  private static let linear = #"{"type": "LinearLR", "start_factor": 0.1, "total_iters": 4}"#

  @Test(arguments: [
    (Self.file(Self.cosine, #"{"at": 4, "restore": "scheduler"}"#, 8), LintRule.resumeJump),
    (Self.file(Self.cosine, #"{"at": 4, "with": {"epochs": 12, "scheduler": {"T_max": 12}}}"#, 8), .resumeIgnored),
    (Self.file(Self.cosine, #"{"at": 4, "with": {"epochs": 12, "scheduler": {"T_max": 12}}}"#, 8), .resumeEnd),
    (Self.file(Self.linear, #"{"at": 6, "restore": "nothing", "with": {"epochs": 12}}"#, 8), .resumeRewarm),
    (Self.file(Self.cosine, #"{"at": 8, "with": {"epochs": 16}, "after": {"scheduler.T_max": 16}}"#, 8), .resumeZero),
    (Self.file(Self.linear, #"{"at": 2, "restore": "optimizer-first"}"#, 8), .resumeOrder),
    (Self.file(Self.cosine, #"{"at": 4, "restore": {"last_epoch": 4}}"#, 8), .resumeOrder),
    (Self.file(Self.cosine, #"{"at": 4, "with": {"scheduler": {"type": "StepLR", "step_size": 3}}}"#, 8), .resumeShape),
  ])
  func `finds what goes wrong`(text: String, rule: LintRule) throws {
    let found = try lint(text)
    #expect(found.contains { $0.rule == rule }, "\(found.map(\.rule.rawValue))")
  }

  @Test func `finds what is ignored at each interruption, and where it is written`() throws {
    let resume = #"[{"at": 3, "with": {"scheduler": {"T_max": 16}}}, {"at": 5, "restore": "nothing"}]"#
    let found = try lint(Self.file(Self.cosine, resume, 8)).filter { $0.rule == .resumeIgnored }
    #expect(found.map(\.message) == ["T_max 16 is ignored: the checkpoint’s 8 wins"])
    #expect(found.first?.fix?.dotted == "resume.0.after")
    let optimizer = #"{"at": 3, "with": {"optimizer": {"weight_decay": 0.1}}}"#
    #expect(
      try lint(Self.file(Self.cosine, optimizer, 8)).map(\.message)
        == ["weight_decay 0.1 is ignored: the checkpoint’s weight_decay wins"])
    #expect(
      try lint(Self.file(Self.cosine, optimizer.replacing(#""at""#, with: #""restore": "nothing", "at""#), 8))
        .allSatisfy { $0.rule != .resumeIgnored })
  }

  @Test func `the fixes are right when they are applied`() throws {
    let last = try lint(Self.file(Self.cosine, #"{"at": 4, "restore": {"last_epoch": 4}}"#, 8))
    let fix = try #require(last.first { $0.rule == .resumeOrder }?.fix)
    #expect(fix.dotted == "resume.restore.last_epoch")
    #expect(fix.value.text() == Value.integer(3).text())
    let ignored = try lint(Self.file(Self.cosine, #"{"at": 4, "with": {"epochs": 12, "scheduler": {"T_max": 12}}}"#, 8))
    #expect(ignored.first { $0.rule == .resumeIgnored }?.fix?.dotted == "resume.after")
  }

  @Test(arguments: [
    Self.file(Self.cosine, #"{"at": 4}"#, 8), Self.file(Self.linear, #"{"at": 2}"#, 4),
    Self.file(Self.cosine, #"{"at": 4, "restore": "last_epoch"}"#, 8),
  ])
  func `says nothing of a run that goes on as it would have`(text: String) throws {
    #expect(try lint(text).filter { $0.rule.rawValue.hasPrefix("resume") }.map(\.rule.rawValue) == [])
  }
}
