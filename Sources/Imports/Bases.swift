import Diagnostics
import Text

/// Configurations that stand on others: `_base_` of MMEngine and MMCV, `_BASE_` of detectron2.
extension Conversion {
  /// How many levels of files there may be.
  private static let mostBases = 20

  /// The table with what its bases have, those on the line first, and those that it names where they can be read.
  mutating func withBases(_ table: Table, key: String = "_base_") throws(Diagnostic) -> Table {
    var left = Conversion.mostBases
    var merged = try inherited(table, key: key, &left, depth: 0)
    for companion in companions.reversed() {
      guard case .table(let entries) = companion.root.content else { continue }
      merged = Table(Conversion.merge(entries, under: merged.entries), at: merged.range)
    }
    return merged
  }

  private mutating func inherited(
    _ table: Table, key: String, _ left: inout Int, depth: Int
  ) throws(Diagnostic) -> Table {
    guard let entry = table.found(key), depth < 10 else { return table }
    let names: [Datum]
    switch entry.value.content {
    case .list(let elements): names = elements
    case .text: names = [entry.value]
    default: return table
    }
    var below: [Entry] = []
    for name in names {
      guard left > 0 else {
        throw Diagnostic(.import, "more than 20 base files are named, one under another", at: name.range)
      }
      left -= 1
      do throws(Diagnostic) {
        let read = try file(Entry(key, at: entry.keyRange, name))
        let inner = try inherited(try Table(read.root), key: key, &left, depth: depth + 1)
        below = Conversion.merge(below, under: inner.entries)
      } catch {
        guard error.code == .io else { throw error }
        note("\(name.typeName) of \(key) is not read: \(error.message)")
      }
    }
    return Table(Conversion.merge(below, under: table.entries), at: table.range)
  }

  /// Two tables in one, tables in them too; what stands above wins, and replaces the whole with `_delete_`.
  static func merge(_ below: [Entry], under above: [Entry], depth: Int = 0) -> [Entry] {
    var merged = below
    for entry in above {
      guard let place = merged.firstIndex(where: { $0.key == entry.key }) else {
        merged.append(entry)
        continue
      }
      guard case .table(let old) = merged[place].value.content, case .table(let new) = entry.value.content,
        depth < Datum.maximumDepth, !new.contains(where: { $0.key == "_delete_" })
      else {
        merged[place] = entry
        continue
      }
      let inner = merge(old, under: new, depth: depth + 1)
      merged[place] = Entry(entry.key, at: entry.keyRange, Datum(.table(inner), at: entry.value.range))
    }
    return merged
  }
}
