import Diagnostics
import JSON
import Schedules
import Testing

@testable import CommandLineTool

/// What is typed and what is written in a file are two forms of one thing.
@Suite struct FormsTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  /// A parameter as JSON and as words; `nil` keeps the default.
  private func forms(_ parameter: ParameterDescription, kind: String) -> (json: String, words: [String])? {
    let flag = "--\(parameter.flagName)"
    let name = parameter.name
    switch parameter.valueType.required {
    case _ where name == "last_epoch": return nil
    case _ where ["epochs", "steps_per_epoch"].contains(name): return nil
    case .boolean:
      return parameter.standard == "true" ? ("false", ["--no-\(parameter.flagName)"]) : ("true", [flag])
    case .choice(let choices): return choices.last.map { ("\"\($0)\"", [flag, $0]) }
    case .text: return parameter.standard.map { ($0, [flag, String($0.dropFirst().dropLast())]) }
    case .function, .perGroup(.function): return ("\"0.5 ** (epoch / 20)\"", ["\(flag)=0.5 ** (epoch / 20)"])
    case .list: return kind == "SequentialLR" ? ("[12]", [flag, "12"]) : ("[12, 30]", [flag, "12, 30"])
    case .schedulers:
      let children = #"[{"type": "step", "step_size": 3}, {"type": "CosineAnnealingLR", "T_max": 9}]"#
      return (children, [flag, children])
    case .scheduler: return (#"{"type": "step", "step_size": 3}"#, [flag, #"{"type": "step", "step_size": 3}"#])
    default:
      let number = number(parameter)
      return (number, [flag, number])
    }
  }

  /// A number that is not the default, and that the bounds allow.
  private func number(_ parameter: ParameterDescription) -> String {
    // No length is less than a step.
    let parts = parameter.takesParts ? [] : ["0.75", "0.25"]
    let candidates = parameter.valueType.required == .integer ? ["7", "40", "1"] : parts + ["12.5", "3.0"]
    return candidates.first { candidate in
      candidate != parameter.standard && (parameter.bounds?.contains(Double(candidate) ?? 0) ?? true)
    } ?? "1"
  }

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `the example in a manual gives the same numbers typed and written`(name: String) throws {
    let example = KindExample(try #require(Catalogue.kind(named: name)))
    try world.sandbox.write(example.file, to: "a.json")
    let words = ShellWords.tokens(of: example.commandLine).compactMap {
      if case .word(let word) = $0 { word } else { nil }
    }
    let typed = world.run(words.dropFirst() + ["-f", "csv"])
    #expect(typed.status == 0, "\(typed.error)")
    #expect(typed == world.run("render", "a.json", "-f", "csv"))
  }

  @Test(arguments: Catalogue.families[0].kinds.map(\.fullName))
  func `the forms of a kind give the same numbers`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    var (json, words) = ([String](), [String]())
    for parameter in kind.declaration.parameters {
      guard let forms = forms(parameter, kind: name) else { continue }
      json.append("\"\(parameter.name)\": \(forms.json)")
      words += forms.words
    }
    let watches = name == "ReduceLROnPlateau"
    let epochs = name == "OneCycleLR" ? "7" : "25"
    try world.sandbox.write(
      """
      {"epochs": \(epochs), "steps_per_epoch": 2, "title": "t", \(watches ? "\"metric\": {\"expression\": \"epoch % 3\"}," : "")
       "optimizer": {"type": "SGD", "lr": 0.5, "momentum": 0.8},
       "scheduler": {"type": "\(name)", \(json.joined(separator: ", "))}}
      """, to: "a.json")
    let file = world.run("render", "a.json", "-f", "csv")
    let run = ["--epochs", epochs, "--steps-per-epoch", "2", "--title", "t", "--lr", "0.5", "--momentum", "0.8"]
    let metric = watches ? ["--metric", "epoch % 3"] : []
    let typed = world.run([kind.short ?? name] + words + run + metric + ["-f", "csv"])
    #expect(file.status == 0, "\(file.error)")
    #expect(typed == file)
    let picture = world.run(run + metric + [name] + words)
    #expect(picture.output == world.run("render", "a.json").output)
    #expect(picture.status == 0)
  }

  @Test(arguments: [
    ("0.25", "0.25"), (".25", "0.25"), ("+1", "1"), ("1.", "1.0"), ("1e0", "1e0"), ("-1e-3", "-1e-3"), ("null", "null"),
  ])
  func `numbers may be typed loosely`(word: String, json: String) throws {
    guard json != "null" else {
      #expect(world.run("cyclic", "--base-lr", "0.1", "--max-lr", "1", "--step-size-down", word).status == 0)
      return
    }
    try world.sandbox.write(
      #"{"scheduler": {"type": "cosine", "T_max": 3, "eta_min": \#(json)}}"#, to: "a.json")
    let file = world.run("render", "a.json", "-f", "csv")
    #expect(file.status == 0)
    #expect(world.run("cosine", "--tmax", "3", "--eta-min", word, "-f", "csv") == file)
  }

  @Test(arguments: ["", "x", "0x10", "inf", "nan", "1e999", "1 2", "1,2", "٣"])
  func `other words are no numbers`(word: String) {
    let ended = world.run("cosine", "--tmax", "3", "--eta-min", word, "-f", "csv")
    #expect(ended.status == 2)
    #expect(ended.error.hasPrefix("lrplot:1:34: error["))
  }
}
