import Foundation
import Testing

@testable import Charts

/// How different the colours of curves look, for usual sight and for two kinds of colour blindness.
@Suite struct PaletteTests {
  /// What is left of linear red, green and blue (Machado, Oliveira, Fernandes 2009, severity 1).
  static let sights: [(name: String, matrix: [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "deuteran",
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    (
      "protan",
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
  ]

  private static func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map(*).reduce(0, +) }
  }

  private static func linear(_ colour: String) -> [Double] {
    let digits = colour.dropFirst().compactMap(\.hexDigitValue)
    return stride(from: 0, to: 6, by: 2).map { index in
      let value = Double(digits[index] * 16 + digits[index + 1]) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// CIE L*a*b* of a colour under D65.
  static func lab(_ colour: String, _ matrix: [[Double]]) -> [Double] {
    let seen = times(matrix, linear(colour)).map { max(0, min($0, 1)) }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ]
    let f = zip(times(toXYZ, seen), [0.95047, 1, 1.08883]).map { value, white -> Double in
      let part = value / white
      return part > 216.0 / 24389 ? cbrt(part) : (24389.0 / 27 * part + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  static func difference(_ one: String, _ other: String, _ matrix: [[Double]]) -> Double {
    sqrt(zip(lab(one, matrix), lab(other, matrix)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }

  @Test
  func `any two of the first four are told apart by every sight, on light and on dark`() {
    for palette in [Palette.light, .dark] {
      let colours = (0..<4).map { palette.stroke($0, ramp: nil) }
      for (index, one) in colours.enumerated() {
        for other in colours[(index + 1)...] {
          for sight in Self.sights {
            #expect(Self.difference(one, other, sight.matrix) >= 10, "\(one) and \(other), \(sight.name)")
          }
        }
      }
    }
  }

  @Test
  func `a ramp is monotone in lightness for every sight, and eight neighbours of it differ`() {
    for palette in [Palette.light, .dark, .print] {
      for sight in Self.sights {
        let ramp = (0..<8).map { palette.stroke(0, ramp: Double($0) / 7) }
        let steps = zip(ramp, ramp.dropFirst()).map { one, next in
          Self.lab(next, sight.matrix)[0] - Self.lab(one, sight.matrix)[0]
        }
        #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }, "\(palette) \(sight.name) \(steps)")
        for (one, next) in zip(ramp, ramp.dropFirst()) {
          #expect(Self.difference(one, next, sight.matrix) >= 5, "\(palette) \(sight.name): \(one) \(next)")
        }
      }
    }
  }

  @Test
  func `on paper twelve curves differ in grey or in dashes`() {
    let looks = (0..<12).map { "\(Palette.print.stroke($0, ramp: nil)) \(Palette.print.dash($0) ?? "solid")" }
    #expect(Set(looks).count == 12)
    for place in 0..<12 {
      let lab = Self.lab(Palette.print.stroke(place, ramp: nil), Self.sights[0].matrix)
      #expect(abs(lab[1]) < 0.5 && abs(lab[2]) < 0.5)
    }
  }
}
