import Curves
import Diagnostics
import Foundation
import JSON
import Schedules
import Text

/// The folders that tests read.
enum Folder {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let package = tests.deletingLastPathComponent().deletingLastPathComponent()
}

/// The curve of a schedule written as JSON.
func curve(_ json: String) throws -> Curve {
  let source = Source(name: "test", bytes: Bytes(json.utf8))
  return try Run.curve(of: Spec.read(source) { (path) throws(Diagnostic) in throw Diagnostic(.io, "no \(path)") })
}

/// What a run refuses: `run at "CyclicLR": message`, the place as the text that stands there.
func refusal(_ json: String) -> String {
  do {
    _ = try curve(json)
    return "nothing"
  } catch let error as Diagnostic {
    guard let range = error.range else { return "\(error.code.rawValue): \(error.message)" }
    return "\(error.code.rawValue) at \(Bytes(Bytes(json.utf8)[range.lower..<range.upper]).text): \(error.message)"
  } catch {
    return "\(error)"
  }
}

/// The values of one column.
func values(_ heading: String, of curve: Curve) -> [Double] {
  curve.columns.first { $0.heading == heading }?.values ?? []
}
