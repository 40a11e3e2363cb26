import Foundation
import Testing

/// The hook of the README, run by git.
@Suite struct HookTests {
  private static let executable = Repository.root.appending(path: ".build/debug/lrplot").path(percentEncoded: false)
  private static var canRun: Bool {
    Program("git") != nil && FileManager.default.isExecutableFile(atPath: executable)
  }

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// The script that the README shows.
  private func hook() throws -> String {
    let page = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(page.range(of: "```sh\n#!/bin/sh\n"))
    let end = try #require(page.range(of: "\n```", range: start.upperBound..<page.endIndex))
    return "#!/bin/sh\n" + page[start.upperBound..<end.lowerBound] + "\n"
  }

  private func shell(_ script: String) throws -> (status: Int32, output: String) {
    let folder = sandbox.path("")
    let path = Self.executable.dropLast("/lrplot".count)
    // As on a person's machine, where goldens may be written.
    let script = "unset CI GITHUB_ACTIONS; cd '\(folder)' && PATH='\(path)':$PATH && \(script)"
    return try #require(Program("sh")).run(["-c", script])
  }

  private func write(length: Int, comment: String) throws {
    try sandbox.write(
      #"{"$comment": "\#(comment)", "epochs": 5, "scheduler": {"type": "cosine", "T_max": \#(length)}}"#,
      to: "schedules/a.json")
  }

  @Test(.enabled(if: canRun))
  func `it looks at what is staged, and not at the working tree`() throws {
    let commit = "git -c user.name=a -c user.email=a@b commit -qm change"
    try write(length: 5, comment: "one")
    try sandbox.write("no schedule", to: "notes.txt")
    #expect(
      try shell("lrplot check --update schedules/ && lrplot render schedules/ --output schedules/ && git init -q")
        .status == 0)
    try sandbox.write(hook(), to: ".git/hooks/pre-commit")
    let first = try shell("chmod +x .git/hooks/pre-commit && git add -A && \(commit)")
    #expect(first.status == 0, "\(first.output)")

    try write(length: 4, comment: "two")
    _ = try shell("git add -A")
    try write(length: 5, comment: "two")
    #expect(try shell(commit).status != 0)

    _ = try shell("git add -A")
    try write(length: 4, comment: "two")
    let good = try shell(commit)
    #expect(good.status == 0, "\(good.output)")

    // What touches no schedule is not held up.
    try sandbox.write("still none", to: "notes.txt")
    #expect(try shell("git add notes.txt && \(commit)").status == 0)
  }

  /// The values of the configuration for pre-commit that the README shows.
  private func configuration() throws -> [String: String] {
    let page = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(page.range(of: "```yaml\nrepos:\n"))
    let end = try #require(page.range(of: "\n```", range: start.upperBound..<page.endIndex))
    let lines = page[start.upperBound..<end.lowerBound].split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        let sides = line.split(separator: ":", maxSplits: 1)
        return sides.count == 2
          ? (sides[0].trimmingCharacters(in: .whitespaces), sides[1].trimmingCharacters(in: .whitespaces)) : nil
      }, uniquingKeysWith: { $1 })
  }

  @Test(.enabled(if: canRun))
  func `pre-commit hands over schedules and goldens, which are checked once`() throws {
    let configuration = try configuration()
    let (files, exclude) = (try #require(configuration["files"]), try #require(configuration["exclude"]))
    let names = ["schedules/a.json", "schedules/a.csv", "schedules/lrplot.schema.json", "notes.txt", "other/a.json"]
    let handed = names.filter { name in
      name.range(of: files, options: .regularExpression) != nil
        && name.range(of: exclude, options: .regularExpression) == nil
    }
    #expect(handed == ["schedules/a.json", "schedules/a.csv"])
    try write(length: 5, comment: "one")
    _ = try shell("lrplot check --update schedules/")
    let entry = try #require(configuration["entry"])
    let good = try shell("\(entry) \(handed.joined(separator: " "))")
    #expect(good.status == 0 && good.output == "same     schedules/a.json\n")
    try write(length: 4, comment: "one")
    #expect(try shell("\(entry) schedules/a.csv").status == 1)
  }
}
