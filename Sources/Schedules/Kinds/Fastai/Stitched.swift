import Diagnostics

extension Fastai {
  /// Curves one after the other, each over its part of the training; found as fastai finds them, in single precision.
  struct Stitched<Piece: Sendable>: Sendable {
    private let limits: [Float]
    private let pieces: [Piece]

    /// Lays pieces end to end.
    ///
    /// Throws unless the parts are one in sum, to the bit, and none is negative, and there is a piece for each.
    init(_ parts: [Double], _ pieces: [Piece], of name: String) throws(Diagnostic) {
      let sum = parts.reduce(0, +)
      guard sum == 1 else {
        throw Diagnostic(
          .value, "the parts must be 1 in sum, exactly, and not \(sum)", of: name,
          hint: abs(sum - 1) < 1e-9 ? "fastai compares to the bit; change the last part to 1 less the others" : nil)
      }
      guard parts.allSatisfy({ Float($0) >= 0 }) else { throw Diagnostic(.value, "no part may be negative", of: name) }
      guard pieces.count >= parts.count else {
        throw Diagnostic(.value, "\(parts.count) parts need as many scheds, not \(pieces.count)", of: name)
      }
      // torch sums floats in doubles, and rounds each sum.
      var sums = [0.0]
      for part in parts { sums.append((sums.last ?? 0) + Double(Float(part))) }
      limits = sums.map { Float($0) }
      self.pieces = Array(pieces.prefix(parts.count))
    }

    /// The piece at a position, and the position in it.
    func place(of position: Double) -> (piece: Piece, position: Double) {
      let position = Float(position)
      let index = min(limits.lastIndex { position >= $0 } ?? 0, pieces.count - 1)
      return (pieces[index], Double((position - limits[index]) / (limits[index + 1] - limits[index])))
    }

    /// Where each piece begins.
    var starts: [Double] { limits.dropLast().map { Double($0) } }
  }
}
