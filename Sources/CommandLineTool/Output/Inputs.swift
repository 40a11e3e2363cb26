import Text

/// A schedule file to work on.
struct Input: Sendable {
  /// The path as it is called in messages; `-` for standard input.
  let path: String
  /// The path below the input that named it, without `.json`: where its results go in an output folder.
  let relative: String
}

/// Finds the schedule files that operands name.
struct Inputs {
  private let world: World
  /// The folder that results go to; it is no input, even inside one.
  private let output: FileStatus?
  private(set) var all: [Input] = []

  init(_ operands: [CommandLine.Argument], of line: CommandLine, excluding output: String?, in world: World)
    throws(Failure)
  {
    self.world = world
    self.output = output.flatMap { FileSystem.status(world.path($0)) }
    for operand in operands {
      if operand.text == "-" {
        all.append(Input(path: "-", relative: "stdin"))
        continue
      }
      guard let status = FileSystem.status(world.path(operand.text)) else {
        throw .io(operand.text, "there is no such file or folder")
      }
      if status.sort == .directory {
        var folder = operand.text
        while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        try walk(folder, relative: "", above: [status])
      } else {
        all.append(Input(path: operand.text, relative: Path.stem(of: Path.name(of: operand.text))))
      }
    }
  }

  /// Every `*.json` below a folder, sorted by name; folders that contain themselves by a link are entered once.
  private mutating func walk(_ folder: String, relative: String, above: [FileStatus]) throws(Failure) {
    let names: [String]
    do throws(SystemError) {
      names = try FileSystem.names(in: world.path(folder)).filter { !$0.hasPrefix(".") }.sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    } catch {
      throw .io(folder, "the folder cannot be read: \(error.description)")
    }
    for name in names {
      let path = Path.join(folder == "." ? "./" : folder, name)
      guard let status = FileSystem.status(world.path(path)) else { continue }
      let below = relative.isEmpty ? name : "\(relative)/\(name)"
      if status.sort == .directory {
        if above.contains(where: status.isSame) || output.map(status.isSame) == true { continue }
        try walk(path, relative: below, above: above + [status])
      } else if name.hasSuffix(".json"), !name.hasSuffix(".schema.json") {
        all.append(Input(path: path, relative: Path.stem(of: below)))
      }
    }
  }
}
