import Testing
import Text

@Suite struct SeparatedValuesTests {
  @Test(arguments: [
    ("", []), ("\n\n", []), ("a", [["a"]]), ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]), ("a,b\n\n1,2", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a\n1", [["a"], ["1"]]), (" a ,\tb\n", [["a", "b"]]), ("a,\n", [["a", ""]]), ("a,", [["a", ""]]),
    (",\n", [["", ""]]), (",", [["", ""]]),
    (#""a,b","c ""d""","e"# + "\n" + #"f""# + "\n", [["a,b", #"c "d""#, "e\nf"]]),
    (#"a"b,""c"#, [[#"a"b"#, #"""c"#]]), (#""never closed,"# + "\n", [["\"never closed,\n"]]), (#""""#, [[""]]),
    (#""a"b"c,d"#, [[#""a"b"c"#, "d"]]), (#"" a ", b "#, [[" a ", "b"]]), (#""a" ,b"#, [["a", "b"]]),
  ])
  func `rows are taken apart as files are written`(text: String, rows: [[String]]) {
    #expect(SeparatedValues.rows(of: Bytes(text.utf8)) == rows)
  }

  @Test(arguments: [("\"0.\"1", true), ("\"0.1", true), ("\"0.1\"", false), ("\"0.1\" \r\n", false), ("0\"1", false)])
  func `a cell knows whether its quotes are right`(text: String, isBroken: Bool) {
    var cells = SeparatedValues(Bytes(text.utf8))
    #expect(cells.next()?.isBroken == isBroken)
  }

  @Test func `a cell knows where it stands`() {
    let bytes = Bytes("a,\"b,c\"\r\n d\n".utf8)
    var cells = SeparatedValues(bytes)
    var places: [String] = []
    while let cell = cells.next() { places.append(Bytes(bytes[cell.range]).text + (cell.endsRow ? "|" : "")) }
    #expect(places == ["a", "\"b,c\"|", " d|"])
  }
}

extension SeparatedValues {
  /// The rows, each a list of cells; empty lines are left out.
  fileprivate static func rows(of bytes: Bytes) -> [[String]] {
    var cells = SeparatedValues(bytes)
    var rows: [[String]] = []
    while case let row = cells.row(), !row.isEmpty { rows.append(row) }
    return rows
  }
}
