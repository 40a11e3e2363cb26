import Charts
import Foundation
import Testing
import Text

/// Charts of every sort that a schedule can ask for; the tests hold all of them to the same laws.
enum Pictures {
  static func cosine(_ count: Int, peak: Double = 0.1, floor: Double = 0) -> [Double] {
    rows(count) { floor + (peak - floor) * (1 + cos(Double.pi * $0 / Double(count))) / 2 }
  }

  static func rows(_ count: Int, _ value: (Double) -> Double) -> [Double] {
    (0..<count).map { value(Double($0)) }
  }

  static func rate(_ series: [Series], isLogarithmic: Bool = false) -> Panel {
    Panel(title: "learning rate", series: series, isLogarithmic: isLogarithmic)
  }

  static var all: [(name: String, chart: Chart)] {
    basic + several + annotated + hostile
  }

  static var cosine50: Chart {
    Chart(
      title: "CosineAnnealingLR",
      description: "Cosine annealing of the learning rate from 0.1 to 0 over 50 epochs.",
      panels: [rate([Series(values: cosine(50))])], rowCount: 50, xTitle: "epoch", idPrefix: "lrplot")
  }

  static var basic: [(name: String, chart: Chart)] {
    let steps: [Double] = rows(90) { 0.1 * pow(0.1, ($0 / 30).rounded(.down)) }
    let warm: [Double] = [0.01, 0.028, 0.046, 0.064, 0.082] + cosine(85)
    let tiny: [Double] = rows(40) { 5e-5 - 3e-5 * $0 / 39 }
    let wide: [Double] = rows(60) { 0.1 * pow(10, -5 * $0 / 59) }
    let oneCycle: [Double] = cosine(300, peak: 0.004, floor: 0.1) + cosine(700)
    let momentum: [Double] = cosine(300, peak: 0.95, floor: 0.85) + cosine(700, peak: 0.85, floor: 0.95)
    let metric: [Double] = rows(60) { row in
      let fall = 2 * exp(-row / 9)
      let noise = 0.03 * sin(row * 1.7)
      return 0.35 + fall + noise
    }
    let plateau: [Double] = rows(60) { $0 < 24 ? 0.1 : $0 < 38 ? 0.01 : $0 < 50 ? 0.001 : 0.0001 }
    return [
      ("cosine50", cosine50),
      (
        "step",
        Chart(
          title: "StepLR", panels: [rate([Series(values: steps, style: .step)])], rowCount: 90, xTitle: "epoch",
          boundaries: [Boundary(at: 30, label: "× 0.1"), Boundary(at: 60, label: "× 0.1")])
      ),
      (
        "warmup",
        Chart(
          title: "ResNet-50, 90 epochs", panels: [rate([Series(values: warm)])], rowCount: 90, xTitle: "epoch",
          boundaries: [Boundary(at: 0, label: "LinearLR"), Boundary(at: 5, label: "CosineAnnealingLR")])
      ),
      (
        "tiny",
        Chart(
          title: "BERT fine-tuning",
          panels: [Panel(title: "learning rate", series: [Series(values: tiny)], fitsData: true)],
          rowCount: 40, xTitle: "step")
      ),
      (
        "tiny-log",
        Chart(panels: [rate([Series(values: tiny)], isLogarithmic: true)], rowCount: 40, xTitle: "step")
      ),
      (
        "log",
        Chart(
          title: "Exponential decay, logarithmic", panels: [rate([Series(values: wide)], isLogarithmic: true)],
          rowCount: 60, xTitle: "epoch")
      ),
      (
        "onecycle",
        Chart(
          title: "OneCycleLR",
          panels: [
            rate([Series(values: oneCycle)]),
            Panel(title: "momentum", series: [Series(values: momentum)], fitsData: true),
          ], rowCount: 1000, xTitle: "epoch", rowsPerUnit: 100,
          boundaries: [Boundary(at: 300, label: "annealing")])
      ),
      (
        "plateau",
        Chart(
          title: "ReduceLROnPlateau",
          panels: [
            rate([Series(values: plateau, style: .step)], isLogarithmic: true),
            Panel(title: "val_loss", series: [Series(values: metric)], fitsData: true),
          ], rowCount: 60, xTitle: "epoch",
          boundaries: [24, 38, 50].map { Boundary(at: $0, label: "drop") })
      ),
      (
        "million",
        Chart(
          title: "A million steps, a hundred restarts",
          panels: [rate([Series(values: (0..<100).flatMap { _ in cosine(10_000) })])], rowCount: 1_000_000,
          xTitle: "step")
      ),
      (
        "default-adam",
        Chart(
          title: "Adam, 0.001", panels: [rate([Series(values: cosine(30, peak: 0.001))])], rowCount: 30,
          xTitle: "epoch", theme: .dark)
      ),
      (
        "restarts",
        Chart(
          title: "Warm restarts",
          panels: [
            rate([
              Series(
                values: (0..<4).flatMap { _ in cosine(25) },
                pieces: (1...4).map { Series.Piece(($0 * 25 - 1)..<($0 * 25), .step) })
            ])
          ], rowCount: 100, xTitle: "epoch",
          boundaries: (1...3).map { Boundary(at: Double($0) * 25, label: "cycle \($0 + 1)") })
      ),
    ]
  }

  static var several: [(name: String, chart: Chart)] {
    let names = ["backbone", "neck", "head", "embeddings", "norm and bias", "classifier"]
    let six = names.enumerated().map { Series(name: $1, values: cosine(50, peak: 0.1 / pow(1.6, Double($0)))) }
    let twelve = (0..<12).map { index in
      Series(name: "run \(index + 1)", values: rows(80) { 0.1 * pow(0.995 - 0.004 * Double(index), $0) })
    }
    let long = String(repeating: "A title that goes on and on, with all of its hyper-parameters, ", count: 6)
    return [
      ("six", Chart(title: "Discriminative rates", panels: [rate(six)], rowCount: 50, xTitle: "epoch")),
      ("twelve", Chart(title: "A sweep of gamma", panels: [rate(twelve)], rowCount: 80, xTitle: "epoch")),
      (
        "forty",
        Chart(
          title: "Too many",
          panels: [rate((0..<40).map { Series(name: "a run with a rather long name \($0)", values: cosine(20 + $0)) })],
          rowCount: 60, xTitle: "epoch")
      ),
      (
        "small",
        Chart(
          title: "Small cosine", panels: [rate([Series(values: cosine(50))])], rowCount: 50, xTitle: "epoch",
          width: 320, height: 200)
      ),
      (
        "small-six",
        Chart(
          title: "Small and crowded",
          panels: [rate(six), Panel(title: "momentum", series: six, fitsData: true)], rowCount: 50, xTitle: "epoch",
          width: 320, height: 200)
      ),
      (
        "long-title",
        Chart(title: long, panels: [rate([Series(name: long, values: cosine(50))])], rowCount: 50, xTitle: long)
      ),
      (
        "compare",
        Chart(
          title: "学習率の比較 — cosine vs. step",
          panels: [
            rate([
              Series(name: "コサイン", values: cosine(60)),
              Series(name: "step", values: rows(60) { $0 < 30 ? 0.1 : 0.01 }, style: .step),
              Series(name: "linear", values: rows(60) { 0.1 - 0.1 * $0 / 60 }),
            ])
          ], rowCount: 60, xTitle: "epoch", background: .none)
      ),
    ]
  }

  static var hostile: [(name: String, chart: Chart)] {
    let values: [(String, [Double])] = [
      ("empty", []), ("nan", [.nan, .nan]), ("infinite", [.infinity, -.infinity, 1]), ("single", [0.1]),
      ("zero", [0, 0, 0]), ("flat", [0.9, 0.9, 0.9]), ("negative", [-3, -2, -1]), ("mixed", [-1, 1, -1]),
      ("huge", [-.greatestFiniteMagnitude, .greatestFiniteMagnitude]), ("least", [.leastNonzeroMagnitude, 0]),
      ("close", [1e-4, 1.0001e-4, 1.00005e-4]), ("gaps", [1, .nan, 2, 3, .nan, .nan, 1, 0, 1]),
      ("last-bit", [1, 1.0.nextUp]),
    ]
    var charts: [(name: String, chart: Chart)] = []
    for (name, values) in values {
      for isLogarithmic in [false, true] {
        for style in [Series.Style.line, .step] {
          let series = Series(name: "]]></title>\u{0}<script>", values: values, style: style)
          charts.append(
            (
              "\(name)-\(isLogarithmic ? "log" : "lin")-\(style)",
              Chart(
                title: "<\(name)> & \u{202E}co", description: "</desc>",
                panels: [
                  rate([series], isLogarithmic: isLogarithmic),
                  Panel(title: "momentum", series: [series], fitsData: true),
                ], rowCount: values.count, xTitle: "step", boundaries: [Boundary(at: .nan), Boundary(at: -1e300)])
            ))
        }
      }
    }
    return charts
  }
}
