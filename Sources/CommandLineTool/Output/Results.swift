import Curves
import Diagnostics
import Schedules
import Text

/// Makes the results of a spec and puts them where they go.
struct Results {
  let destination: Destination
  let world: World

  /// Runs a spec and writes every format; gives what goes to standard output.
  ///
  /// All formats are made before the first is written, so that a spec with an error writes nothing.
  func make(_ spec: Spec, of source: Source, relative: String) throws(Failure) -> Bytes {
    let curve: Curve
    do throws(Diagnostic) {
      curve = try Run.curve(of: spec)
    } catch {
      throw .diagnosed(source, DiagnosticList([error]))
    }
    var output = Bytes()
    let made = destination.paths(below: relative).map { (path: $0.path, bytes: render(curve, of: spec, as: $0.format)) }
    for (path, bytes) in made {
      guard let path else {
        output += bytes
        continue
      }
      try write(bytes, to: path)
    }
    return output
  }

  private func render(_ curve: Curve, of spec: Spec, as format: Format) -> Bytes {
    switch format {
    case .csv: curve.csv
    case .json: curve.json
    case .svg, .text: Picture(curve: curve, title: spec.title, options: spec.plot).svg
    }
  }

  private func write(_ bytes: Bytes, to path: String) throws(Failure) {
    do throws(SystemError) {
      if case .folder = destination.place { try AtomicFile.makeFolders(world.path(Path.folder(of: path))) }
      try AtomicFile.write(bytes, to: world.path(path))
    } catch {
      throw .io(path, "cannot be written: \(error.description)")
    }
  }
}
