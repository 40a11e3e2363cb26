/// torch's elementwise operations on float64, with the roundings of its CPU kernels: fused where they fuse.
extension Double {
  /// `a.add(b, alpha=s)`: a + s·b, rounded once.
  @inline(__always)
  func adding(_ b: Double, times s: Double) -> Double { addingProduct(s, b) }

  /// `a.addcmul(b, c, value=s)`: s·b is rounded, a + (s·b)·c once more.
  @inline(__always)
  func adding(_ b: Double, _ c: Double, times s: Double) -> Double { addingProduct(s * b, c) }

  /// `a.addcdiv(b, c, value=s)`: three roundings, nothing fused.
  @inline(__always)
  func adding(_ b: Double, over c: Double, times s: Double) -> Double { self + (s * b) / c }

  /// `a.lerp(b, w)`: from whichever end is nearer.
  @inline(__always)
  func lerp(to b: Double, _ weight: Double) -> Double {
    abs(weight) < 0.5 ? addingProduct(weight, b - self) : b.addingProduct(weight - 1, b - self)
  }

  /// −1, 0 or 1; what is not a number stays so.
  var sign: Double { self > 0 ? 1 : self < 0 ? -1 : self }
}
