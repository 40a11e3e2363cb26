package import Diagnostics
package import JSON
import Schedules
package import Text

/// Turns a trainer's configuration into a schedule file.
package struct Import {
  /// The schedule file, each value with the place it came from.
  package let document: Value
  /// The configuration with the other files that were read after it: where the places are.
  package let source: Source
  package let trainer: Trainer
  /// The rules that were followed: “transformers 5.23”.
  package let rules: String
  /// What was derived and filled in, a sentence each.
  package let notes: [String]

  /// Why nothing was made, and where.
  package struct Failure: Error {
    package let source: Source
    package let problem: Diagnostic
  }

  /// Reads a file that a configuration names; the name is relative, and leads down.
  package typealias FileReader = (String) throws(Diagnostic) -> Bytes

  /// - Parameters:
  ///   - companions: files given beside it, with `--with`.
  package static func read(
    _ source: Source, with companions: [Source] = [], _ settings: RunSettings = RunSettings(),
    readingFiles reader: @escaping FileReader
  ) throws(Failure) -> Import {
    let chain = Chain(source)
    do throws(Diagnostic) {
      return try convert(source, companions, settings, chain, reader)
    } catch {
      throw Failure(source: chain.source, problem: error)
    }
  }

  /// The sources that were read, one after the other.
  private final class Chain {
    private(set) var source: Source

    init(_ source: Source) { self.source = source }

    /// Puts a source after the others, and returns where its places begin.
    func add(_ other: Source) -> Int {
      let start = source.wholeEnd
      source = source.appending(other)
      return start
    }
  }

  private static func convert(
    _ source: Source, _ companions: [Source], _ settings: RunSettings, _ chain: Chain, _ reader: @escaping FileReader
  ) throws(Diagnostic) -> Import {
    let configuration = try Configuration.read(source)
    var others: [Configuration] = []
    for companion in companions {
      let start = chain.add(companion)
      do throws(Diagnostic) {
        others.append(try Configuration.read(companion).moved(by: start))
      } catch {
        var error = error
        error.range = error.range?.moved(by: start)
        throw error
      }
    }
    if source.bytes.prefix(64).contains(0) {
      throw Diagnostic(
        .import, "the file is not UTF-8 text, as configurations are", at: SourceRange(0, 1),
        hint: "where it is in UTF-16, `iconv -f UTF-16 -t UTF-8 FILE > utf8.txt` converts it")
    }
    let trainer: Trainer
    if let given = settings.trainer { trainer = given } else { trainer = try found(configuration) }
    var conversion = Conversion(trainer, settings, companions: others) { (entry) throws(Diagnostic) in
      guard case .text(let name) = entry.value.content else {
        throw Diagnostic(.io, "\(entry.value.typeName) is not a file name", at: entry.value.range)
      }
      guard name.leadsDown else {
        throw Diagnostic(
          .io, "\(name) is not below the folder of the configuration", at: entry.value.range)
      }
      let bytes: Bytes
      do throws(Diagnostic) {
        bytes = try reader(name)
      } catch {
        throw Diagnostic(.io, error.message, at: entry.value.range, hint: error.hint)
      }
      let file = Source(name: name, bytes: bytes)
      let start = chain.add(file)
      do throws(Diagnostic) {
        let read = try Syntax.read(file)
        return NamedFile(root: read.root.moved(by: start), syntax: read.syntax)
      } catch {
        var error = error
        error.range = error.range?.moved(by: start)
        throw error
      }
    }
    try conversion.checkVersion()
    let draft = try conversion.draft(of: configuration)
    let rules = conversion.rules
    let name = source.name.behindLastSlash
    let document = draft.document(source: "\(name), by the rules of \(rules)", notes: conversion.notes)
    return Import(document: document, source: chain.source, trainer: trainer, rules: rules, notes: conversion.notes)
  }

  private static func found(_ configuration: Configuration) throws(Diagnostic) -> Trainer {
    let all = Detection.trainers(of: configuration)
    if all.count == 1 { return all[0] }
    let place = configuration.root.range.part(0, 1)
    if all.isEmpty {
      throw Diagnostic(
        .import, "no known trainer has such a configuration", at: place,
        hint: "--from NAME says whose it is")
    }
    let names = all.map(\.rawValue).joined(by: " or ")
    throw Diagnostic(.import, "this may be a configuration of \(names)", at: place, hint: "--from says which")
  }
}

extension Conversion {
  /// Refuses a version of something else.
  func checkVersion() throws(Diagnostic) {
    guard let version = settings.version else { return }
    let fits = version.library == trainer.rawValue || version.library == "transformers" && trainer.isOnTransformers
    guard fits || trainer == .deepspeed && version.library == "transformers" else {
      throw Diagnostic(
        .usage, "--trainer \(version.library) says nothing of a configuration of \(trainer.rawValue)",
        hint: trainer.isOnTransformers ? "for example, --trainer transformers-4.46" : nil)
    }
  }

  /// What the configuration amounts to.
  mutating func draft(of configuration: Configuration) throws(Diagnostic) -> Draft {
    let root =
      [.nemo, .composer, .fairseq, .spacy, .lightning].contains(trainer)
      ? Interpolation.resolved(configuration.root) : configuration.root
    let table = try Table(root)
    if configuration.syntax == .flags { takeProcesses(of: table) }
    switch trainer {
    case .transformers, .trl, .llamafactory: return try transformers(table)
    case .axolotl: return try axolotl(table)
    case .ultralytics: return try ultralytics(table)
    case .yolov5: return try yolov5(table)
    case .deepspeed: return try deepSpeed(table)
    case .mmengine: return try mmengine(table)
    case .mmcv: return try mmcv(table)
    case .lightning: return try lightning(table)
    case .nemo: return try nemo(table)
    case .kohya: return try kohya(table)
    case .diffusers: return try diffusers(table)
    case .timm: return try timm(table)
    case .detectron2: return try detectron2(table)
    case .caffe: return try caffe(table)
    case .darknet: return try darknet(table)
    case .megatron: return try megatron(table)
    case .keras: return try keras(table)
    case .fairseq: return try fairseq(table)
    case .composer: return try composer(table)
    case .torchtitan: return try torchtitan(table)
    case .spacy: return try spacy(table)
    }
  }
}

extension String {
  /// Whether a path is relative and goes nowhere up.
  var leadsDown: Bool {
    let bytes = Bytes(utf8)
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "~"), !bytes.contains(0) else {
      return false
    }
    return !bytes.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }

  /// The last part of a path.
  var behindLastSlash: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }
}
