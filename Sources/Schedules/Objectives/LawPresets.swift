import Diagnostics
import JSON
import Text

/// The annealing law's published constants, and those fitted to public curves; all with λ = 0.999.
enum AnnealingPreset: String, LawPreset {
  case tissue
  case mpl25m = "mpl-25m"
  case mpl100m = "mpl-100m"
  case mpl400m = "mpl-400m"

  /// L₀, A, α, C.
  var constants: (l0: Double, a: Double, alpha: Double, c: Double) {
    switch self {
    case .tissue: (2.628, 0.429, 0.550, 0.411)
    case .mpl25m: (3.06795, 0.49126, 0.57145, 0.39768)
    case .mpl100m: (2.69336, 0.55333, 0.52452, 0.47542)
    case .mpl400m: (2.41826, 0.60068, 0.49822, 0.56366)
    }
  }

  var fit: (peak: Double, steps: Int) { self == .tissue ? (2e-4, 20_000) : (3e-4, 24_000) }
}

/// The multi-power law's published constants.
enum MultiPowerPreset: String, LawPreset {
  case mpl25m = "mpl-25m"
  case mpl100m = "mpl-100m"
  case mpl400m = "mpl-400m"

  var constants: Objective.MultiPower {
    switch self {
    case .mpl25m:
      Objective.MultiPower(
        l0: 3.04045406, a: 0.52468604, alpha: 0.50786857, b: 363.78751622, c: 2.06560812, beta: 0.58279013,
        gamma: 0.64142257)
    case .mpl100m:
      Objective.MultiPower(
        l0: 2.6514477, a: 0.60115152, alpha: 0.45295811, b: 437.9464276, c: 2.13245612, beta: 0.59785199,
        gamma: 0.65523644)
    case .mpl400m:
      Objective.MultiPower(
        l0: 2.37474466, a: 0.65421216, alpha: 0.42878731, b: 523.42464371, c: 2.02462735, beta: 0.59350493,
        gamma: 0.63472457)
    }
  }

  var fit: (peak: Double, steps: Int) { (3e-4, 24_000) }
}

/// Constants of a law under a name, which may be written in any case, and without its `mpl-`.
protocol LawPreset: Choice {
  /// The run that they were fitted to.
  var fit: (peak: Double, steps: Int) { get }
}

extension LawPreset {
  static func read(_ value: Value, _ reading: inout Reading) -> Self? {
    guard case .string(let word) = value.content else { return reading.mismatch(value, valueType) }
    let all = Array(allCases)
    if let preset = all.first(where: {
      word.isFolded(equalTo: $0.rawValue) || "mpl-\(word)".isFolded(equalTo: $0.rawValue)
    }) {
      return preset
    }
    reading.report(
      Diagnostic(
        .value, "\(reading.subject) must be \(valueType.words), not “\(word)”", at: value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: word, among: all.map(\.rawValue)))))
    return nil
  }

  var preset: Objective.Preset { Objective.Preset(name: rawValue, peak: fit.peak, steps: fit.steps) }
}
