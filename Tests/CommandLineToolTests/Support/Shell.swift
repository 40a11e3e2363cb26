import Foundation
import Text

@testable import CommandLineTool

/// As much of a shell as a page needs: `NAME=value lrplot`, `cat`, `ls`, `mkdir`, `printf`, `echo`, `head`, `>`, `>>` and `|`.
struct Shell {
  var world: TestWorld

  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs one line; `nil` for what a page shows but a test does not do.
  func run(_ command: String, body: [String]) throws -> TestWorld.Ended? {
    var input: Bytes? = body.isEmpty ? nil : Array((body.joined(separator: "\n") + "\n").utf8)
    var (status, output, error): (Int32, String, String) = (0, "", "")
    let stages = ShellWords.tokens(of: command).split(separator: .sign("|"), omittingEmptySubsequences: false)
    for stage in stages {
      var words: [String] = []
      var target: (path: String, appends: Bool)?
      var tokens = stage[...]
      while let token = tokens.popFirst() {
        switch token {
        case .word(let word): words.append(word)
        case .sign(let sign):
          guard case .word(let operand)? = tokens.popFirst() else { throw Refusal(description: "“\(sign)” of nothing") }
          switch sign {
          case ">", ">>": target = (operand, sign == ">>")
          case "<": input = Array(try world.sandbox.text(operand).utf8)
          case "<<": break
          default: throw Refusal(description: "no “\(sign)” here")
          }
        }
      }
      guard let ended = try run(words, input: input) else { return nil }
      (status, output, error) = (ended.status, ended.output, error + ended.error)
      if let target {
        let old = target.appends && world.sandbox.exists(target.path) ? try world.sandbox.text(target.path) : ""
        try world.sandbox.write(old + output, to: target.path)
        output = ""
      }
      input = Array(output.utf8)
    }
    return TestWorld.Ended(status: status, output: output, error: error)
  }

  private func run(_ words: [String], input: Bytes?) throws -> TestWorld.Ended? {
    var words = words.starts(with: ["swift", "run"]) ? Array(words.drop { $0 != "lrplot" }) : words
    var world = world
    while let first = words.first, let equals = first.firstIndex(of: "=") {
      world.environment[String(first[..<equals])] = String(first[first.index(after: equals)...])
      words.removeFirst()
    }
    guard let name = words.first else { throw Refusal(description: "nothing to run") }
    let operands = Array(words.dropFirst())
    let text = input?.text ?? ""
    switch Path.name(of: name) {
    case "lrplot":
      world.input = input
      return world.run(operands)
    case "cat": return ended(operands.isEmpty ? text : try operands.map(world.sandbox.text).joined())
    case "ls":
      let names = try world.sandbox.names(in: operands.first ?? "").filter { !$0.hasPrefix(".") }
      return ended(names.map { $0 + "\n" }.joined())
    case "mkdir":
      for folder in operands where folder != "-p" { try world.sandbox.makeFolder(folder) }
      return ended("")
    case "printf": return ended((operands.first ?? "").replacing("\\n", with: "\n").replacing("%%", with: "%"))
    case "echo": return ended(operands.joined(separator: " ") + "\n")
    case "head":
      let count = operands.last.flatMap { Int($0.drop { $0 == "-" || $0 == "n" }) } ?? 10
      return ended(
        text.split(separator: "\n", omittingEmptySubsequences: false).prefix(count).joined(separator: "\n") + "\n")
    case "git", "swift", "cd": return nil
    default: throw Refusal(description: "no command “\(name)” here")
    }
  }

  private func ended(_ output: String) -> TestWorld.Ended { TestWorld.Ended(status: 0, output: output, error: "") }
}
