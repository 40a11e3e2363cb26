import Foundation
import Testing

@testable import CommandLineTool

/// Trees of schedules with goldens.
extension TestWorld {
  /// Runs the command that an answer ends with, as a shell would.
  func runLast(of ended: Ended) throws -> Ended {
    let line = try #require(ended.output.split(separator: "\n").last)
    return try #require(try Shell(world: self).run(String(line), body: []))
  }

  /// Writes a table with the value of a column in a row replaced.
  func change(_ table: String, row: Int, column: Int = 2, _ value: (Double) -> Double) throws {
    try change(table) { lines in
      var cells = lines[row + 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[column] = "\(value(Double(cells[column]) ?? .nan))"
      lines[row + 1] = cells.joined(separator: ",")
    }
  }

  func change(_ table: String, _ change: (inout [String]) -> Void) throws {
    var lines = try sandbox.text(table).split(separator: "\n").map(String.init)
    change(&lines)
    try sandbox.write(lines.map { "\($0)\n" }.joined(), to: table)
  }

  /// Every file below a folder with what tells whether it has been touched.
  func identities(_ folder: String = ".") throws -> [String] {
    try sandbox.tree(folder).map { "\($0) \(try sandbox.identity(of: "\(folder)/\($0)"))" }
  }
}
