import Diagnostics
import JSON
import Text

@testable import Schedules

/// Everything wrong with some JSON: `value at 1.5: message; hint`, the place as the text that stands there.
func complaints(about json: String, _ work: () throws -> Void) -> [String] {
  do {
    try work()
    return []
  } catch let list as DiagnosticList {
    return list.all.map { $0.described(in: json) }
  } catch let error as Diagnostic {
    return [error.described(in: json)]
  } catch {
    return ["\(error)"]
  }
}

/// Everything wrong with a scheduler when it is read, attached and stepped.
func complaints(aboutScheduler json: String, steps: Int = 0, optimizer: Optimizer? = nil) -> [String] {
  complaints(about: json) {
    var stepping = try Stepping(json, optimizer: optimizer)
    for _ in 0..<steps { try stepping.step(metric: 1) }
  }
}

/// The code and the place of the first thing wrong with a scheduler: `value at 1.5`.
func refusal(_ json: String, steps: Int = 0, optimizer: Optimizer? = nil) -> String {
  complaints(aboutScheduler: json, steps: steps, optimizer: optimizer).first?.split(separator: ":").first
    .map(String.init) ?? "nothing"
}

/// Everything wrong with a schedule file.
func complaints(aboutFile json: String, files: [String: String] = [:]) -> [String] {
  complaints(about: json) { _ = try spec(json, files: files) }
}

/// A schedule file, and the files that it may name.
func spec(_ json: String, files: [String: String] = [:]) throws -> Spec {
  try Spec.read(Source(name: "test", bytes: Bytes(json.utf8))) { (path) throws(Diagnostic) in
    guard let text = files[path] else { throw Diagnostic(.io, "there is no file \(path)") }
    return Bytes(text.utf8)
  }
}

/// An optimizer written as JSON.
func optimizer(_ json: String) throws -> Optimizer {
  var reading = Reading()
  let value = try Scanner.read(Source(name: "test", bytes: Bytes(json.utf8)))
  let optimizer = OptimizerReader.read(value, &reading)
  guard let optimizer, reading.problems.isEmpty else { throw reading.inOrder }
  return optimizer
}

/// An optimizer with two groups.
func twoGroups() throws -> Optimizer { try optimizer(#"{"lr": 1, "momentum": 0.9, "param_groups": [{}, {"lr": 2}]}"#) }

extension Diagnostic {
  fileprivate func described(in json: String) -> String {
    let place = range.map { " at \(Bytes(Bytes(json.utf8)[$0.lower..<$0.upper]).text)" } ?? ""
    return "\(code.rawValue)\(place): \(message)" + (hint.map { "; \($0)" } ?? "")
  }
}
