import Curves
import Diagnostics
import Schedules
import Text
import System

/// Writes what shows a difference: a picture of the curve over its golden, and the curve's numbers.
struct DifferenceFiles {
  let folder: String
  let protected: ProtectedFiles
  let world: World

  /// Writes both, and returns their paths.
  /// - Parameter headline: what differs, for the picture’s title.
  func write(_ curve: Curve, _ golden: Golden?, of spec: Spec, _ headline: String, relative: String) throws(Failure)
    -> [String]
  {
    let overlay = GoldenOverlay(of: curve, over: golden)
    let title = "\(spec.title ?? Path.name(of: relative)): \(headline)"
    var picture = Picture(curve: overlay.curve, title: title, options: PlotOptions(of: spec))
    picture.comparisons = curve.quantities.map { quantity in
      let columns = overlay.differences.filter { $0.quantity == quantity }
      let subject = quantity == .lr ? "" : "\(quantity.title): "
      return Picture.Comparison(title: "\(subject)actual − golden", columns: columns)
    }
    let files = [("svg", Pieces(picture.svg)), ("csv", curve.csv)].map { ending, pieces in
      (path: Path.join(folder, "\(relative).\(ending)"), pieces: pieces)
    }
    for file in files { try protected.check(file.path, in: world) }
    for file in files { try write(file.pieces, to: file.path) }
    return files.map(\.path)
  }

  private func write(_ pieces: Pieces, to path: String) throws(Failure) {
    do throws(SystemError) {
      try AtomicFile.write(pieces, to: world.path(path), through: world.gate, makesFolder: true)
    } catch {
      throw .io(path, "cannot be written: \(error.description)")
    }
  }
}
