import Diagnostics
import Schedules
import Text
import System

/// Reads a schedule file, and the files that it names.
enum SpecFile {
  /// The most bytes of a schedule file; in memory a value takes up to two hundred times its size.
  static let largest = 4 << 20
  private static let memoryPerByte = 64

  /// The text of a file, with the command line after it if that changes something in it.
  static func source(_ path: String, in world: World) throws(Failure) -> Source {
    world.request.overrides.source(behind: try plainSource(path, in: world))
  }

  /// The same of a file that may have been read to find out what it is.
  static func source(of input: Input, in world: World) throws(Failure) -> Source {
    guard let bytes = input.bytes else { return try source(input.path, in: world) }
    world.noteRead(world.path(input.path))
    return try source(Source(name: input.path, bytes: bytes), in: world)
  }

  /// A file that has been read, with the command line after it if that changes something in it.
  static func source(_ file: Source, in world: World) throws(Failure) -> Source {
    guard file.bytes.count <= largest else { throw tooLarge(file.name) }
    world.memory?.take(file.bytes.count * memoryPerByte)
    return world.request.overrides.source(behind: file)
  }

  /// The text of a file.
  static func plainSource(_ path: String, in world: World) throws(Failure) -> Source {
    let file: Source
    do throws(SystemError) {
      if path == "-" {
        file = Source(name: "<stdin>", bytes: try world.readInput())
      } else {
        world.noteRead(world.path(path))
        file = Source(name: path, bytes: try FileContents.of(world.path(path), most: largest + 1))
      }
    } catch {
      if error == .tooLarge { throw tooLarge(path) }
      throw world.failure(reading: path, error)
    }
    guard file.bytes.count <= largest else { throw tooLarge(path) }
    world.memory?.take(file.bytes.count * memoryPerByte)
    return file
  }

  private static func tooLarge(_ path: String) -> Failure {
    .io(
      path == "-" ? "<stdin>" : path, "is larger than 4 MiB, the most that a schedule file may have",
      hint: "many metric values belong in a table: {\"csv\": …}")
  }

  static func read(
    _ source: Source, at path: String, writing targets: [String], in world: World
  ) throws(Failure) -> Spec {
    try SpecDocument(of: source, at: path, world.request.overrides, writing: targets, in: world)
      .spec(writing: targets, in: world)
  }

  /// Reads a spec and notes the files that it names, whether it is good or not.
  static func read(
    _ source: Source, at path: String, noting files: inout [String], in world: World
  ) throws(Failure) -> Spec {
    try SpecDocument(of: source, at: path, world.request.overrides, in: world).spec(noting: &files, in: world)
  }

  /// The files that a schedule names, in any of the variants that a line makes of it; none is opened.
  static func named(by input: Input, _ variants: [Variant], in world: World) -> [String] {
    guard input.path != "-", input.problem == nil, let source = try? SpecFile.source(input.path, in: world) else {
      return []
    }
    let changes = variants.isEmpty ? [world.request.overrides] : variants.compactMap { try? Overrides($0.line) }
    var files: [String] = []
    for overrides in changes where mayNameFiles(source.bytes) || overrides.mayNameFiles {
      let document = try? SpecDocument(of: source, at: input.path, overrides, in: world)
      _ = try? document?.spec(noting: &files, opening: false, in: world)
    }
    return files
  }

  /// Whether the key that names a file may stand in a text, in whatever spelling; most schedules name none, and are not
  /// read twice.
  static func mayNameFiles(_ text: Bytes) -> Bool {
    var matched = 0
    for byte in text {
      // A letter may be written by its number.
      if byte == UInt8(ascii: "\\") { return true }
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") { continue }
      let letter = byte | 0x20
      switch (matched, letter) {
      case (0, UInt8(ascii: "c")), (1, UInt8(ascii: "s")): matched += 1
      case (2, UInt8(ascii: "v")): return true
      default: matched = letter == UInt8(ascii: "c") ? 1 : 0
      }
    }
    return false
  }

  /// That a file is named where none may be; whether it exists is not said, because that would be reading, too.
  static func forbidden(_ name: String) -> Diagnostic {
    Diagnostic(.io, "\(name) is not read: --no-files forbids it", hint: "{\"values\": […]} needs no file")
  }

  /// Reads files named relative to a folder, but none that the results would replace.
  static func reader(in folder: String, writing targets: [String], _ world: World) -> Metric.FileReader {
    { (name) throws(Diagnostic) in
      if name.utf8.contains(0) { throw Diagnostic(.io, "“\(name)” is not a file name: it contains NUL") }
      if let read = FileSystem.status(world.path(Path.join(folder, name))),
        targets.contains(where: { FileSystem.status(world.path($0))?.isSame(as: read) == true })
      {
        throw Diagnostic(.usage, "\(name) is read, and would be overwritten")
      }
      if world.outputFiles?.hold(world.path(Path.join(folder, name))) == true {
        throw Diagnostic(.usage, "\(name) is read, and made by this very run")
      }
      do throws(SystemError) {
        let path = world.path(Path.join(folder, name))
        world.noteRead(path)
        // The bytes, and the numbers in them.
        world.memory?.take(4 * (FileSystem.status(path)?.size ?? 0))
        return try FileContents.ofRegular(path)
      } catch {
        if error == .notRegular { throw Diagnostic(.io, "\(name) is not a regular file") }
        if error.isAbsence {
          let near = world.fileNear(Path.join(folder, name)).map { Path.name(of: $0) }
          let start = name.dropping(last: Path.name(of: name).utf8.count)
          throw Diagnostic(
            .io, "there is no file “\(name)”", hint: Diagnostic.suggestion(near.map { start + $0 }))
        }
        throw Diagnostic(.io, "\(name) cannot be read: \(error.description)")
      }
    }
  }
}
