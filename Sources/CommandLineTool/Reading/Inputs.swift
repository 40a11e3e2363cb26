import Diagnostics
import Schedules
import System
import Text

/// A schedule file to work on.
struct Input: Sendable {
  /// The path as it is called in messages; `-` for standard input.
  let path: String
  /// The path below the input that named it, without `.json`: where its results go in an output folder.
  var relative: String
  /// The folder that it was found in, as it was typed; `nil` for a file that was named itself.
  var operand: String?
  /// Why there is nothing to work on.
  ///
  /// Reported in its turn, so that the other inputs are processed all the same.
  var problem: String?
  /// What would help with it.
  var hint: String?
  /// What the file holds, where that was read to find out what it is.
  var bytes: Bytes?
}

/// Finds the schedule files that operands name.
struct Inputs {
  private let world: World
  /// The folder that results go to; it is not an input, even inside one.
  private let output: FileStatus?
  private let seeksTables: Bool
  private let jobs: Int
  /// The schedules that goldens and pictures stood for.
  private var named: Set<ExactText> = []
  /// The folder operand that is being walked through.
  private var operand: String?
  private(set) var all: [Input] = []
  /// The `*.csv` files of the folders, if they were asked for.
  private(set) var tables: [Table] = []

  /// A table that may be a schedule's golden.
  struct Table: Sendable {
    let path: String
    /// As in `Input`, without `.csv`.
    let relative: String
  }

  init(
    _ operands: [CommandLine.Argument], excluding output: String?, seekingTables: Bool = false, jobs: Int = 1,
    in world: World
  ) {
    self.world = world
    self.jobs = jobs
    self.output = output.flatMap { FileSystem.status(world.path($0)) }
    seeksTables = seekingTables
    for operand in operands { take(operand.text) }
  }

  /// Takes a file; a golden or a picture stands for the schedule that it was made of, as a hook names what has changed.
  private mutating func take(_ file: Input) {
    guard [".csv", ".svg"].contains(where: file.path.ends) else {
      if named.contains(file.path.exact) { return }
      return all.append(file)
    }
    let path = file.path.dropping(last: 4) + ".json"
    guard FileSystem.status(world.path(path))?.kind == .file else {
      return refuse(
        file.path, "is not a schedule file, and there is no \(path)", hint: "name a *.json file, or a folder")
    }
    if named.insert(path.exact).inserted, !all.contains(where: { $0.path.isSame(as: path) }) {
      all.append(Input(path: path, relative: file.relative))
    }
  }

  /// The tables below a folder.
  static func tables(below folder: String, excluding output: String?, in world: World) -> [Table] {
    var inputs = Inputs([], excluding: output, seekingTables: true, in: world)
    guard let status = FileSystem.status(world.path(folder)), status.kind == .directory else { return [] }
    inputs.walk(folder, relative: "", above: [status])
    return inputs.tables
  }

  private mutating func take(_ operand: String) {
    guard operand != "-" else { return all.append(Input(path: "-", relative: "stdin")) }
    let file = Input(path: operand, relative: Path.stem(of: Path.name(of: operand)))
    guard let status = FileSystem.status(world.path(operand)) else {
      return refuse(operand, "there is no such file or folder", hint: world.meant(by: operand))
    }
    guard status.kind == .directory else { return take(file) }
    let before = all.count
    self.operand = operand
    defer { self.operand = nil }
    walk(Path.withoutTrailingSlashes(operand), relative: "", above: [status])
    leaveOutConfigurations(from: before)
    if all.count == before { refuse(operand, "there is no schedule file (*.json) in this folder") }
  }

  /// Every `*.json` below a folder, sorted by name; folders that contain themselves by a link are entered once.
  private mutating func walk(_ folder: String, relative: String, above: [FileStatus]) {
    let entries: [(name: String, kind: FileStatus.Kind?)]
    do throws(SystemError) {
      entries = try FileSystem.entries(in: world.path(folder)).filter { !$0.name.begins(with: ".") }.sorted {
        $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
    } catch {
      return refuse(folder, "the folder cannot be read: \(error.description)")
    }
    for (name, kind) in entries {
      let path = Path.join(folder == "." ? "./" : folder, name)
      let below = relative.isEmpty ? name : "\(relative)/\(name)"
      // What the folder says of its files is not asked again of each of thousands.
      let status = kind == .file ? nil : FileSystem.status(world.path(path))
      switch kind == .file ? .file : status?.kind {
      case .file: take(path, below)
      case .directory:
        guard let status, !above.contains(where: status.isSame), output.map(status.isSame) != true else { continue }
        walk(path, relative: below, above: above + [status])
      // If it were skipped silently, it would be missed too late: a broken link, a folder that is too deep, a pipe.
      case nil where Inputs.isSchedule(name) || kind == .directory:
        let trouble = FileSystem.trouble(at: world.path(path))
        let isAbsent = trouble.map(\.isAbsence) ?? true
        refuse(path, isAbsent ? "there is no such file" : "cannot be read: \(trouble?.description ?? "")")
      case .other where Inputs.isSchedule(name): refuse(path, SystemError.notRegular.description)
      default: continue
      }
    }
  }

  private mutating func take(_ path: String, _ relative: String) {
    if Inputs.isSchedule(path) {
      all.append(Input(path: path, relative: Path.stem(of: relative), operand: operand))
    } else if seeksTables, path.ends(with: ".csv") {
      tables.append(Table(path: path, relative: relative.dropping(last: 4)))
    }
  }

  /// What is kept of the files of a folder, in bytes; the rest is read again in its turn.
  private static let mostKept = 16 << 20

  /// Leaves out the trainers' configurations among the files of a folder: they are taken only where they are named.
  private mutating func leaveOutConfigurations(from start: Int) {
    let found = Array(all[start...])
    all.removeSubrange(start...)
    var kept = 0
    // Nothing is thrown here.
    try? Parallel.forEach(found, jobs: jobs) { [world] in
      Inputs.read($0, in: world)
    } then: { input in
      guard var input else { return }
      kept += input.bytes?.count ?? 0
      if kept > Inputs.mostKept { input.bytes = nil }
      all.append(input)
    }
  }

  /// A file of a folder with what it holds; `nil` for a configuration.
  private static func read(_ input: Input, in world: World) -> Input? {
    guard input.problem == nil,
      let bytes = try? FileContents.ofRegular(world.path(input.path), most: SpecFile.largest)
    else { return input }
    if world.isConfiguration(Source(name: input.path, bytes: bytes)) { return nil }
    var input = input
    input.bytes = bytes
    return input
  }

  private static func isSchedule(_ name: String) -> Bool {
    name.ends(with: ".json") && !name.ends(with: ".schema.json")
  }

  private mutating func refuse(_ path: String, _ problem: String, hint: String? = nil) {
    all.append(
      Input(
        path: path, relative: Path.stem(of: Path.name(of: path)), operand: operand, problem: problem, hint: hint))
  }
}
