import Diagnostics
import Text

extension Composer {
  /// Half a cosine from 1 to `last`, in Composer's order of operations.
  static func cosine(_ progress: Double, to last: Double) -> Double {
    let clipped = min(max(progress, 0), 1)
    return last + (1 - last) * (1 + Libm.cos(clipped * .pi)) / 2
  }

  /// A power of what is left, from 1 to `last`.
  static func power(_ progress: Double, _ power: Double, to last: Double) throws(Diagnostic) -> Double {
    last + (try Python.power(1 - progress, power)) * (1 - last)
  }
}
