import Schedules
import Text

/// Running means of gradients and of their squares, each corrected for its start at zero; AdamW is its decoupled form.
///
///     m = β₁·m + (1 − β₁)·g;   v = β₂·v + (1 − β₂)·g²;   x −= η / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
///
/// Source: `torch.optim.Adam`, `torch.optim.AdamW`.
struct Adam: MomentUpdate {
  var moments: Moments
  private var largest: [Double]

  init(_ count: Int) {
    moments = Moments(count)
    largest = Array(repeating: 0, count: count)
  }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    moments.t += 1
    let rate = group.lr / (1 - Libm.pow(group.beta1, moments.t))
    let root = Libm.pow(1 - Libm.pow(group.beta2, moments.t), 0.5)
    for i in x.indices {
      let g = group.decay(&x[i], gradient[i])
      moments.take(g, at: i, group)
      var square = moments.second[i]
      if group.amsgrad {
        // As torch's `maximum`, which keeps what is not a number.
        if !(largest[i] >= square) { largest[i] = square }
        square = largest[i]
      }
      x[i] = x[i].adding(moments.first[i], over: square.squareRoot() / root + group.eps, times: -rate)
    }
  }
}

/// What Adam and its kin remember: two running means, and how many updates there were.
struct Moments: Sendable {
  var first: [Double]
  var second: [Double]
  /// The number of the update, from 1.
  var t = 0.0

  init(_ count: Int) {
    first = Array(repeating: 0, count: count)
    second = first
  }

  @inline(__always)
  mutating func take(_ g: Double, at i: Int, _ group: Hyperparameters) {
    first[i] = first[i].lerp(to: g, 1 - group.beta1)
    second[i] = (group.beta2 * second[i]).adding(g, g, times: 1 - group.beta2)
  }
}

/// An update that remembers two running means, under the names that Adam gives them.
protocol MomentUpdate: Update {
  var moments: Moments { get set }
}

extension MomentUpdate {
  mutating func load(_ other: any Update) -> Bool {
    if let same = other as? Self {
      self = same
      return true
    }
    guard let kin = other as? any MomentUpdate else { return false }
    moments = kin.moments
    return true
  }
}

extension Hyperparameters {
  /// Weight decay: decoupled it shrinks the parameter itself, else it is part of the gradient.
  @inline(__always)
  func decay(_ x: inout Double, _ gradient: Double) -> Double {
    guard weightDecay != 0 else { return gradient }
    guard isDecoupled else { return gradient.adding(x, times: weightDecay) }
    x *= 1 - lr * weightDecay
    return gradient
  }
}
