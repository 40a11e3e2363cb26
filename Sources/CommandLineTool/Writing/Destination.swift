import Text
import System

/// Where results go: standard output, one file, or a folder.
struct Destination: Sendable {
  enum Location: Sendable {
    case standardOutput
    case file(String)
    case folder(String)
  }

  let place: Location
  let formats: [Format]
  /// Whether it is a folder that is to be made, where nothing stands yet.
  let isNew: Bool
  /// The hint under a preview that was not asked for; empty elsewhere.
  let hint: String

  /// Names of standard output: opened anew they would be written from the start, over what a shell's `>>` left there.
  private static let standardOutputs = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]

  /// Decides from `--output` and `--format`, and from whether there is one input.
  init(
    _ line: ParsedLine, isSingle: Bool, writing known: OutputFormats = .pictures, in world: World
  ) throws(Failure) {
    let output = line.value(of: .output)
    var formats: [Format] = []
    if let list = line.value(of: .format) {
      formats = try Format.list(list, of: line.line)
      try known.check(formats, askedBy: list, of: line)
    }
    guard let output, !Destination.standardOutputs.contains(output.text) else {
      guard isSingle, formats.count < 2 else {
        let what = isSingle ? "several formats" : "several schedules"
        throw Failure.usage("\(what) need a folder to be written to", hint: "add --output out/")
      }
      place = .standardOutput
      let isPreview = known.hasPreview && formats.isEmpty && output == nil && world.outputIsTerminal
      hint = isPreview && !line.isQuiet ? "lrplot: `lrplot … > out.svg` makes a picture\n" : ""
      self.formats = isPreview ? [.text] : formats.isEmpty ? [known.standard] : formats
      isNew = false
      return
    }
    if output.text.isEmpty { throw line.line.failure("“--output” is empty", at: output.range) }
    let status = FileSystem.status(world.path(output.text))
    let isFolder = output.text.ends(with: "/") || status?.kind == .directory
    if !isFolder { try Format.refusePicture(output, known, of: line.line) }
    if !isFolder, !isSingle || formats.count > 1, Format(path: output.text) != nil {
      let results = isSingle ? "\(formats.count) formats are" : "several schedules are"
      throw line.line.failure(
        "“\(output.text)” names one file, and \(results) written", at: output.range,
        hint: "name a folder: \(output.typedAsFolder)")
    }
    if isFolder || !isSingle || formats.count > 1 {
      place = .folder(Path.withoutTrailingSlashes(output.text))
      isNew = status == nil
    } else {
      place = .file(output.text)
      isNew = false
      if formats.isEmpty, status?.kind != .other {
        formats = try Format.ofFile(output, of: line.line).map { [$0] } ?? []
        try known.check(formats, askedBy: output, of: line)
      }
    }
    hint = ""
    self.formats = formats.isEmpty ? [known.standard] : formats
  }

  /// Results that stand beside their schedule files: what they are called below is their whole path.
  init(besideInputs line: ParsedLine) throws(Failure) {
    place = .folder("")
    isNew = false
    hint = ""
    formats =
      try line.value(of: .format).map { (list) throws(Failure) in try Format.list(list, of: line.line) } ?? [.svg]
  }

  /// Whether folders are made where there are none.
  var isFolder: Bool { if case .folder = place { true } else { false } }

  /// One of the results of a spec.
  struct Output {
    let format: Format
    /// The file; `nil` for standard output.
    let path: String?
  }

  /// What a spec is written as, and where.
  func outputs(below relative: String) -> [Output] {
    formats.map { format in
      switch place {
      case .standardOutput: Output(format: format, path: nil)
      case .file(let path): Output(format: format, path: path)
      case .folder(let folder): Output(format: format, path: Path.join(folder, "\(relative).\(format.ending)"))
      }
    }
  }
}

extension CommandLine.Argument {
  /// The folder that was probably meant by a file's name, as it is typed.
  fileprivate var typedAsFolder: String {
    let format = Format(path: text)
    let stem = format.map { text.dropping(last: $0.ending.utf8.count + 1) } ?? text
    return "--output \((stem.isEmpty || stem.ends(with: "/") ? stem + "out/" : stem + "/").shellQuoted)"
  }
}
