import Diagnostics
import Text

/// How a warm-up rises: from what part of the peak, along which curve, and how its steps are counted.
struct Rise: Sendable {
  /// The curve f, from 0 to 1, that is laid between `start` and 1; an exponential is start^(1 − x), and a constant stays.
  enum Curve: String, Choice { case linear, quadratic, cosine, exponential, constant }

  /// What the first step has of the way, and so when the peak is reached: t/W, (t + 1)/W, (t + 1)/(W + 1) or t/(W − 1).
  enum Counting: String, Choice {
    case zero, one
    case oneOfWPlus1 = "one_of_w_plus_1"
    case inclusive
  }

  /// The part of the peak that the warm-up begins with.
  var start = 0.0
  var curve = Curve.linear
  var counting = Counting.zero

  /// Throws for an exponential that would begin at zero, and never leave it.
  func check() throws(Diagnostic) {
    guard curve == .exponential, start == 0 else { return }
    throw Diagnostic(
      .value, "an exponential warm-up never leaves zero, so “start_ratio” must be greater than 0", of: "warmup_shape",
      hint: "for example, “start_ratio”: 0.001")
  }

  /// The part of the peak in a step of a warm-up of `length` steps, at least 1.
  func factor(_ step: Double, of length: Double) -> Double {
    let part =
      switch counting {
      case .zero: step / length
      case .one: (step + 1) / length
      case .oneOfWPlus1: (step + 1) / (length + 1)
      // The only step of one is its last.
      case .inclusive: length > 1 ? step / (length - 1) : 1
      }
    switch curve {
    case .linear: return start + (1 - start) * part
    case .quadratic: return start + (1 - start) * (part * part)
    case .cosine: return start + (1 - start) * (0.5 * (1 - Libm.cos(.pi * part)))
    case .exponential: return Libm.pow(start, 1 - part)
    case .constant: return start
    }
  }
}
