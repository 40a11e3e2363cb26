import Diagnostics
import Schedules
import Text

@testable import CommandLineTool
@testable import Curves

/// Names, which are data wherever they go: a shell, a CSV reader and a runner of GitHub's get back what went in, and obey
/// nothing of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(data, count).filter { $0 != 0 }
  let name = PathText.decode(bytes)
  expect(PathText.encode(name) == bytes, "\(bytes) does not come back from its text")
  let word = Bytes(name.shellQuoted.utf8)
  expect(unquoted(word) == bytes, "\(word.text) is not \(bytes)")
  expect(!word.text.unicodeScalars.contains { $0 != "\n" && $0 != $0.visible }, "a terminal obeys \(word)")
  let cell = Bytes(Curve.quoted(name).utf8)
  expect(cells(cell) == [[Bytes(name.utf8)]], "\(cell.text) is not one cell")
  for text in [bytes, Bytes("same  ".utf8) + bytes, Bytes("  ".utf8) + bytes] {
    expect(!isObeyed(WorkflowCommand.disarmed(text, as: .words)), "a runner obeys \(text.text)")
  }
  return 0
}

/// What a shell makes of a word: bare, in single quotes, or written by `printf`; `nil` for anything else.
private func unquoted(_ word: Bytes) -> Bytes? {
  var (result, rest) = (Bytes(), word[...])
  while let byte = rest.first {
    if byte == UInt8(ascii: "'") {
      guard let end = rest.dropFirst().firstIndex(of: byte) else { return nil }
      result += rest[rest.startIndex + 1..<end]
      rest = rest[(end + 1)...]
    } else if rest.starts(with: "\\'".utf8) {
      result.append(UInt8(ascii: "'"))
      rest = rest.dropFirst(2)
    } else if rest.starts(with: "\"$(printf '".utf8) {
      rest = rest.dropFirst("\"$(printf '".utf8.count)
      guard let end = rest.firstIndex(of: UInt8(ascii: "'")), let written = printed(rest[..<end]) else { return nil }
      rest = rest[end...]
      guard rest.starts(with: "')\"".utf8) else { return nil }
      rest = rest.dropFirst(3)
      // A shell takes the line ends away.
      if written.last == 0x0A { return nil }
      result += written
    } else if byte >= 0x80 || byte <= 0x20 || "|&;<>()$`\\\"*?[#~!{}".utf8.contains(byte) {
      return nil
    } else {
      result.append(byte)
      rest = rest.dropFirst()
    }
  }
  return result
}

/// What `printf` writes of a format with octal escapes only.
private func printed(_ format: Bytes.SubSequence) -> Bytes? {
  var (result, rest) = (Bytes(), format)
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%") { return nil }
    guard byte == UInt8(ascii: "\\") else {
      result.append(byte)
      continue
    }
    let digits = rest.prefix(3)
    guard digits.count == 3, let value = UInt8(Bytes(digits).text, radix: 8) else { return nil }
    result.append(value)
    rest = rest.dropFirst(3)
  }
  return result
}

/// The cells of a table, as RFC 4180 has it.
private func cells(_ table: Bytes) -> [[Bytes]] {
  var (rows, cell, isQuoted) = ([[Bytes]]([[]]), Bytes(), false)
  for (index, byte) in table.enumerated() {
    switch byte {
    case 0x22:
      // A second one behind that which seemed to close the cell.
      if !isQuoted, index > 1, table[index - 1] == 0x22 { cell.append(byte) }
      isQuoted.toggle()
    case 0x2C where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = []
    case 0x0A where !isQuoted, 0x0D where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = []
      rows.append([])
    default: cell.append(byte)
    }
  }
  rows[rows.count - 1].append(cell)
  return rows
}

/// Whether a runner of GitHub's finds a command.
private func isObeyed(_ text: Bytes) -> Bool {
  let lines = text.text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
  return lines.contains { line in
    let trimmed = Array(line.drop(while: \.properties.isWhitespace))
    let isNew = trimmed.count > 1 && trimmed[0] == ":" && trimmed[1] == ":"
    return isNew || Bytes(String(String.UnicodeScalarView(line)).utf8).holds("##[")
  }
}

extension Bytes {
  fileprivate func holds(_ needle: String) -> Bool {
    indices.contains { self[$0...].starts(with: needle.utf8) }
  }
}
