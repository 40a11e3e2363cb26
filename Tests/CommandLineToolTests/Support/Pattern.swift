import Foundation

/// Expected lines: `...` alone on a line stands for any lines, `[..]` for anything within one.
struct Pattern {
  let lines: [String]

  func matches(_ actual: [String]) -> Bool { Pattern.matches(lines[...], actual[...]) }

  private static func matches(_ wanted: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
    guard let first = wanted.first else { return actual.isEmpty }
    if first == "..." {
      return (actual.startIndex...actual.endIndex).contains { matches(wanted.dropFirst(), actual[$0...]) }
    }
    guard let line = actual.first, matches(first, line: line) else { return false }
    return matches(wanted.dropFirst(), actual.dropFirst())
  }

  private static func matches(_ wanted: String, line: String) -> Bool {
    let parts = wanted.components(separatedBy: "[..]")
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return wanted == line }
    guard line.hasPrefix(first), line.count >= first.count + last.count, line.hasSuffix(last) else { return false }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
