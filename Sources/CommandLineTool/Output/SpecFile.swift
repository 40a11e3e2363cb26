import Diagnostics
import Schedules
import Text

/// Reads a schedule file, and the files that it names.
enum SpecFile {
  static func source(_ path: String, in world: World) throws(Failure) -> Source {
    do throws(SystemError) {
      if path == "-" { return Source(name: "<stdin>", bytes: try world.readInput()) }
      world.noteRead(world.path(path))
      return Source(name: path, bytes: try AtomicFile.contents(of: world.path(path)))
    } catch {
      throw .io(path == "-" ? "<stdin>" : path, "cannot be read: \(error.description)")
    }
  }

  static func read(
    _ source: Source, at path: String, writing targets: [String], in world: World
  ) throws(Failure) -> Spec {
    var files: [String] = []
    return try read(source, at: path, writing: targets, noting: &files, in: world)
  }

  /// Reads a spec and notes the files that it names, whether it is good or not.
  static func read(
    _ source: Source, at path: String, writing targets: [String] = [], noting files: inout [String], in world: World
  ) throws(Failure) -> Spec {
    let folder = path == "-" ? "." : Path.folder(of: path)
    let read = reader(in: folder, writing: targets, world)
    do throws(DiagnosticList) {
      return try Spec.read(source) { (name) throws(Diagnostic) in
        files.append(Path.join(folder, name))
        return try read(name)
      }
    } catch {
      throw .diagnosed(source, error)
    }
  }

  /// Reads files named relative to a folder, but none that the results would replace.
  static func reader(in folder: String, writing targets: [String], _ world: World) -> Metric.FileReader {
    { (name) throws(Diagnostic) in
      if let read = FileSystem.status(world.path(Path.join(folder, name))),
        targets.contains(where: { FileSystem.status(world.path($0))?.isSame(as: read) == true })
      {
        throw Diagnostic(.usage, "\(name) is read, and would be overwritten")
      }
      do throws(SystemError) {
        let path = world.path(Path.join(folder, name))
        world.noteRead(path)
        return try AtomicFile.contents(of: path)
      } catch {
        throw Diagnostic(.io, "\(name) cannot be read: \(error.description)")
      }
    }
  }
}
