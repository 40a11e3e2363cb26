import Diagnostics
import Text

extension LogBuilder {
  /// Reads `trainer_state.json`, the rows of `log_history` that hold a rate; also the list alone, or its rows as lines.
  mutating func readTrainerState(_ bytes: Bytes) throws(Diagnostic) {
    let text = LogText(bytes)
    let start = text.skippingSpace(text.index, to: text.end)
    guard start < text.end else { return }
    if bytes[start] == UInt8(ascii: "[") { return readHistory(text, at: start) }
    var members = JSONMembers(of: text, at: start, to: text.end)
    while let key = members.nextKey(in: text) {
      if text.isAt(key, "log_history"), bytes[members.place] == UInt8(ascii: "[") {
        let whole = text.endOfJSON(at: members.place, to: text.end)
        readHistory(text, at: members.place)
        guard let whole else { return }
        members = JSONMembers(of: text, resumingAt: whole)
        continue
      }
      if text.isAt(key, "max_steps"), let steps = text.integer(at: members.place, to: text.end) { total = steps.value }
      guard members.skip(in: text) else { break }
    }
    if members.isBroken { tornAt = text.end - 1 }
    // Rows without a list around them.
    if count == 0 { readJSONLines(bytes, .history) }
  }

  private mutating func readHistory(_ text: LogText, at start: Int) {
    var place = start + 1
    while true {
      place = text.skippingSpace(place, to: text.end)
      guard place < text.end else { break }
      if text.bytes[place] == UInt8(ascii: "]") { return }
      if text.bytes[place] == UInt8(ascii: ",") {
        place += 1
        continue
      }
      guard let row = readRow(text, at: place, to: text.end, .history) else { break }
      place = row
    }
    tornAt = max(0, text.end - 1)
  }
}
