import Diagnostics
import Imports
import JSON
import Text

extension Datum {
  /// The value in a few words: `{a: 1, b: [2.5, "x", ?]}`, what could not be read as `?`.
  var dump: String {
    switch content {
    case .null: "null"
    case .bool(let flag): flag.description
    case .number(let number): number.isInteger ? String(Int(number.value)) : number.value.description
    case .text(let text): "\"\(text)\""
    case .list(let elements): "[" + elements.map(\.dump).joined(separator: ", ") + "]"
    case .table(let entries): "{" + entries.map { "\($0.key): \($0.value.dump)" }.joined(separator: ", ") + "}"
    case .opaque: "?"
    }
  }
}

func yaml(_ text: String) throws -> String { try YAML.read(Bytes(text.utf8)).dump }
func toml(_ text: String) throws -> String { try TOML.read(Bytes(text.utf8)).dump }
func python(_ text: String) throws -> String { try PythonLiterals.read(Bytes(text.utf8)).dump }
func flags(_ text: String) throws -> String { try ShellWords.read(Bytes(text.utf8)).flags.dump }
func prototext(_ text: String) throws -> String { try ProtobufText.read(Bytes(text.utf8)).dump }
