// The only file below `System` that knows the C library: its mathematics.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

// Inside `Libm` the names would mean its own members, so the C functions are reached through these.
private func cCos(_ x: Double) -> Double { cos(x) }
private func cSin(_ x: Double) -> Double { sin(x) }
private func cAcos(_ x: Double) -> Double { acos(x) }
private func cTan(_ x: Double) -> Double { tan(x) }
private func cTanh(_ x: Double) -> Double { tanh(x) }
private func cExp(_ x: Double) -> Double { exp(x) }
private func cLog(_ x: Double) -> Double { log(x) }
private func cLog2(_ x: Double) -> Double { log2(x) }
private func cLog10(_ x: Double) -> Double { log10(x) }
private func cLog1p(_ x: Double) -> Double { log1p(x) }
private func cGamma(_ x: Double) -> Double { tgamma(x) }
private func cPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// The C library's mathematics: the functions CPython calls, so that the bits are CPython's.
package enum Libm {
  package static func cos(_ x: Double) -> Double { cCos(x) }
  package static func sin(_ x: Double) -> Double { cSin(x) }
  package static func acos(_ x: Double) -> Double { cAcos(x) }
  package static func tan(_ x: Double) -> Double { cTan(x) }
  package static func tanh(_ x: Double) -> Double { cTanh(x) }
  package static func exp(_ x: Double) -> Double { cExp(x) }
  package static func log(_ x: Double) -> Double { cLog(x) }
  package static func log2(_ x: Double) -> Double { cLog2(x) }
  package static func log10(_ x: Double) -> Double { cLog10(x) }
  package static func log1p(_ x: Double) -> Double { cLog1p(x) }
  package static func gamma(_ x: Double) -> Double { cGamma(x) }
  package static func pow(_ x: Double, _ y: Double) -> Double { cPow(x, y) }
}
