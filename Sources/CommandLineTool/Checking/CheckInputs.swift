import Text
import System

/// The schedule files of a check, each once, and the tables that stand where goldens do.
struct CheckInputs {
  private(set) var all: [Input] = []
  let tables: [Inputs.Table]

  init(_ line: ParsedLine, _ options: CheckOptions, in world: World) throws(Failure) {
    let found = Inputs(
      line.operands, excluding: options.differences, seekingTables: options.goldens.folder == nil, in: world)
    // Whether a folder of goldens holds more than the schedules can be told only when those are a folder's, too.
    let hasFolder = found.all.contains { $0.operand != nil }
    if let folder = options.goldens.folder {
      tables = hasFolder ? Inputs.tables(below: folder, excluding: options.differences, in: world) : []
    } else {
      tables = found.tables
    }
    // A single operand does not name a file twice.
    if line.operands.count > 1 { try takeOnce(found.all, options, in: world) } else { all = found.all }
    if all.contains(where: { $0.path == "-" }), options.goldens.folder == nil {
      throw Failure.usage("standard input has no golden beside it", hint: "name a folder of goldens: --golden DIR")
    }
  }

  /// Where a golden stands, whatever path leads to it.
  private struct GoldenLocation: Hashable {
    let folder: FileIdentity?
    let path: ExactText
  }

  private mutating func takeOnce(_ inputs: [Input], _ options: CheckOptions, in world: World) throws(Failure) {
    var owners: [GoldenLocation: Input] = [:]
    for input in inputs {
      // Results of differences are told apart by what goldens in a folder are.
      let path = options.differences == nil ? options.goldens.path(of: input) : "\(input.relative).csv"
      let folder = FileSystem.status(world.path(Path.folder(of: path)))?.identity
      let place = GoldenLocation(folder: folder, path: (folder == nil ? path : Path.name(of: path)).exact)
      guard let other = owners[place] else {
        owners[place] = input
        all.append(input)
        continue
      }
      let files = [other, input].map { FileSystem.status(world.path($0.path))?.identity }
      if other.path.isSame(as: input.path) || files[0] != nil && files[0] == files[1] { continue }
      throw Failure.usage("\(other.path) and \(input.path) would both have \(path)", hint: "check one after the other")
    }
  }

  /// Removes what interrupted updates left.
  func removeLeftovers(_ options: CheckOptions, in world: World) {
    AtomicFile.removeLeftovers(of: all.map { world.path(options.goldens.path(of: $0)) })
  }
}
