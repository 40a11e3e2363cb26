import Curves
import Diagnostics
import Foundation
import Imports
import JSON
import Schedules
import Testing
import Text

/// A configuration as a project has it, with the rates that its own library gave.
struct Fixture: Sendable, CustomTestStringConvertible {
  let file: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  var testDescription: String { file }
  var stem: String { String(file.prefix { $0 != "." }) }

  var source: Source {
    get throws { Source(name: file, bytes: Bytes(try Data(contentsOf: Fixture.folder.appending(path: file)))) }
  }

  var expected: Expected {
    get throws {
      let data = try Data(contentsOf: Fixture.folder.appending(path: "\(stem).expected.json"))
      return try JSONDecoder().decode(Expected.self, from: data)
    }
  }

  struct Expected: Decodable {
    let computedBy: String
    let steps: Int
    let notInTheFile: [String: Int]?
    let togetherWith: String?
    let rows: [[Double]]

    enum CodingKeys: String, CodingKey {
      case computedBy = "computed_by"
      case steps
      case notInTheFile = "not_in_the_file"
      case togetherWith = "together_with"
      case rows
    }
  }

  static let all = [
    "axolotl-lora.yml", "darknet.cfg", "detectron2-3x.yaml", "ds_config.json", "ds_config_auto.json",
    "fairseq-hydra.yaml",
    "hf-training-args.json", "keras-optimizer.json", "kohya-lora.toml", "llamafactory-sft.yaml",
    "llmfoundry-pretrain.yaml", "megatron-args.sh", "mmdet-schedule.py", "solver.prototxt", "spacy-config.cfg",
    "timm-args.yaml", "torchtitan.toml", "trl-sft-recipe.yaml", "ultralytics-args.yaml",
  ].map { Fixture(file: $0) }
}

/// The schedule file that a configuration amounts to.
func imported(
  _ text: String, named name: String = "config", with companions: [String] = [], files: [String: String] = [:],
  _ ask: (inout RunSettings) -> Void = { _ in }
) throws -> Import {
  var settings = RunSettings()
  ask(&settings)
  return try Import.read(
    Source(name: name, bytes: Bytes(text.utf8)), with: companions.map { Source(name: "other", bytes: Bytes($0.utf8)) },
    settings
  ) { (name) throws(Diagnostic) in
    guard let text = files[name] else { throw Diagnostic(.io, "\(name) cannot be read") }
    return Bytes(text.utf8)
  }
}

/// The rates that it gives, of the first group.
func rates(_ made: Import) throws -> [Double] {
  let spec = try Spec.read(made.document) { (name) throws(Diagnostic) in throw Diagnostic(.io, name) }
  return try Run.curve(of: spec).columns[0].values
}

/// Why a configuration is refused.
func problem(
  _ text: String, with companions: [String] = [], files: [String: String] = [:],
  _ ask: (inout RunSettings) -> Void = { _ in }
) -> Diagnostic? {
  do {
    _ = try imported(text, with: companions, files: files, ask)
    return nil
  } catch let error as Import.Failure {
    return error.problem
  } catch {
    return nil
  }
}
