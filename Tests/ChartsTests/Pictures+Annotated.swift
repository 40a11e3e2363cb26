import Charts
import Foundation

extension Pictures {
  /// Notes, events, second axes, differences and curves over one another.
  static var annotated: [(name: String, chart: Chart)] {
    noted + twinned + compared + shaped + [hostileText, negative]
  }

  private static var negative: (name: String, chart: Chart) {
    (
      "negative",
      Chart(
        title: "Below zero", panels: [rate([Series(values: rows(40) { -3e-4 + 1e-5 * $0 })])], rowCount: 40,
        xTitle: "step")
    )
  }

  private static var hostileText: (name: String, chart: Chart) {
    let names = [
      "</title><script>alert(1)</script>", "]]> & \u{0}\u{1B}[31m \u{FFFE}", "\u{202E}desrever\u{200F}", "学習率 🔥👩‍👩‍👧‍👦",
    ]
    return (
      "hostile-text",
      Chart(
        title: names.joined(separator: " "), description: names.joined(separator: "\n"),
        panels: [
          Panel(
            title: names[0],
            series: names.enumerated().map { Series(name: $1, values: cosine(30, peak: 0.1 / Double($0 + 1))) },
            notes: [Note(row: 20, value: 0.025, label: names[1])])
        ], rowCount: 30, xTitle: names[1], twinAxis: TwinAxis(title: names[0], rowsPerUnit: 0.5),
        boundaries: [Boundary(at: 10, label: names[2])], events: [Event(at: 20, label: names[0])],
        idPrefix: "\"><script>")
    )
  }

  private static var noted: [(name: String, chart: Chart)] {
    let warm: [Double] = [0.01, 0.028, 0.046, 0.064, 0.082] + cosine(85)
    let stairs: [Double] = rows(90) { $0 < 30 ? 0.1 : $0 < 60 ? 0.01 : $0 < 80 ? 0.001 : 0.0001 }
    let cycles = (0..<12).flatMap { _ in cosine(10) }
    var small = cosine50
    (small.width, small.height) = (320, 200)
    small.panels[0].notes = [
      Note(row: 0, value: 0.1, label: "0.1"), Note(row: 49, value: 0.0001, label: "9.9e-5"),
    ]
    return [
      (
        "notes",
        Chart(
          title: "ResNet-50, 90 epochs", description: "Warm-up, then a cosine.",
          panels: [
            Panel(
              title: "learning rate", series: [Series(values: warm)],
              notes: [Note(row: 5, value: 0.1, label: "peak 0.1"), Note(row: 89, value: warm[89], label: "3.4e-5")])
          ], rowCount: 90, xTitle: "epoch",
          boundaries: [Boundary(at: 0, label: "LinearLR"), Boundary(at: 5, label: "CosineAnnealingLR")])
      ),
      ("notes-small", small),
      (
        "notes-crowded",
        Chart(
          title: "More notes than room",
          panels: [
            Panel(
              title: "learning rate", series: [Series(values: cosine(40)), Series(values: cosine(40, peak: 0.09))],
              notes: (0..<40).map { Note(row: $0, value: cosine(40)[$0], label: "row \($0)", series: $0 % 3) })
          ], rowCount: 40, xTitle: "epoch")
      ),
      (
        "events",
        Chart(
          title: "MultiStepLR",
          panels: [
            Panel(
              title: "learning rate", series: [Series(values: stairs, style: .step)],
              notes: [Note(row: 0, value: 0.1, label: "0.1"), Note(row: 89, value: 0.0001, label: "0.0001")])
          ], rowCount: 90, xTitle: "epoch",
          events: [30, 60, 80].map { Event(at: $0, label: "× 0.1") })
      ),
      (
        "phases-and-events",
        Chart(
          title: "Warm-up, then reductions",
          panels: [
            rate([Series(values: [0.02, 0.04, 0.06, 0.08, 0.1] + stairs.dropFirst(5), style: .step)]),
            Panel(title: "val_loss", series: [Series(values: rows(90) { 2 * exp(-$0 / 20) })], fitsData: true),
          ], rowCount: 90, xTitle: "epoch",
          boundaries: [Boundary(at: 0, label: "LinearLR"), Boundary(at: 5, label: "ReduceLROnPlateau")],
          events: [30, 60, 80].map { Event(at: $0, label: "reduced") })
      ),
      (
        "many-cycles",
        Chart(
          title: "Twelve cycles", panels: [rate([Series(values: cycles)])], rowCount: 120, xTitle: "epoch",
          boundaries: (0..<12).map { Boundary(at: Double($0) * 10, label: "cycle \($0 + 1)") })
      ),
    ]
  }

  private static var twinned: [(name: String, chart: Chart)] {
    func twin(_ title: String, epochs: Int, steps: Int, inSteps: Bool, width: Int = 720, height: Int = 400) -> Chart {
      let values = cosine(epochs * steps, peak: 0.001)
      return Chart(
        title: title, panels: [rate([Series(values: values)])], rowCount: values.count,
        xTitle: inSteps ? "step" : "epoch", rowsPerUnit: inSteps ? 1 : Double(steps),
        twinAxis: TwinAxis(title: inSteps ? "epoch" : "step", rowsPerUnit: inSteps ? Double(steps) : 1),
        width: width, height: height)
    }
    return [
      ("twin", twin("Ninety epochs of 391 steps", epochs: 90, steps: 391, inSteps: false)),
      ("twin-steps", twin("Ten epochs of 100 steps", epochs: 10, steps: 100, inSteps: true)),
      ("twin-few", twin("Two epochs of 1173 steps", epochs: 2, steps: 1173, inSteps: true)),
      ("twin-small", twin("Small", epochs: 30, steps: 40, inSteps: false, width: 320, height: 200)),
      ("twin-tiny", twin("Tiny", epochs: 30, steps: 40, inSteps: false, width: 200, height: 120)),
    ]
  }

  private static var compared: [(name: String, chart: Chart)] {
    let (a, b) = (cosine(60), rows(60) { 0.1 - 0.1 * $0 / 60 })
    let drifted = a.enumerated().map { $0 < 30 ? $1 : $1 * 1.2 }
    let long = "configurations/imagenet/resnet50/a-very-long-name-of-a-run-"
    return [
      (
        "difference",
        Chart(
          title: "cosine and linear",
          panels: [
            rate([Series(name: "cosine", values: a), Series(name: "linear", values: b)]),
            Panel(
              title: "linear − cosine", series: [Series(values: zip(b, a).map { $0 - $1 }, paletteIndex: 1)],
              fitsData: true, baseline: 0),
          ], rowCount: 60, xTitle: "epoch")
      ),
      (
        "no-difference",
        Chart(
          title: "Nothing differs",
          panels: [
            rate([Series(name: "golden", values: a), Series(name: "actual", values: a)]),
            Panel(title: "actual − golden", series: [Series(values: rows(60) { _ in 0 })], fitsData: true, baseline: 0),
          ], rowCount: 60, xTitle: "epoch")
      ),
      (
        "drifted",
        Chart(
          title: "The second half is 20 % higher",
          panels: [rate([Series(name: "golden", values: a), Series(name: "actual", values: drifted)])], rowCount: 60,
          xTitle: "epoch")
      ),
      (
        "reference",
        Chart(
          title: "A curve over its golden",
          panels: [
            rate([
              Series(name: "actual", values: drifted, paletteIndex: 0),
              Series(name: "golden", values: a, isReference: true),
            ]),
            Panel(
              title: "actual − golden", series: [Series(values: zip(drifted, a).map { $0 - $1 })], fitsData: true,
              baseline: 0),
          ], rowCount: 60, xTitle: "epoch")
      ),
      (
        "three-the-same",
        Chart(
          title: "Three curves that are one",
          panels: [rate((1...3).map { Series(name: "run \($0)", values: a) })], rowCount: 60, xTitle: "epoch")
      ),
      (
        "long-names",
        Chart(
          title: "Names that differ at their ends",
          panels: [rate([Series(name: long + "a", values: a), Series(name: long + "b", values: b)])], rowCount: 60,
          xTitle: "epoch")
      ),
      (
        "twelve-merging",
        Chart(
          title: "Twelve cosines to zero",
          panels: [
            rate((0..<12).map { Series(name: "peak \($0 + 1)e-3", values: cosine(50, peak: 0.001 * Double($0 + 1))) })
          ], rowCount: 50, xTitle: "epoch")
      ),
    ]
  }

  private static var shaped: [(name: String, chart: Chart)] {
    let panels = [
      rate([Series(values: cosine(50, peak: 3e-4))]),
      Panel(title: "beta1", series: [Series(values: cosine(50, peak: 0.95, floor: 0.85))], fitsData: true),
      Panel(
        title: "val_loss", series: [Series(values: rows(50) { 2 * exp(-$0 / 9) + 0.05 * sin($0) })], fitsData: true),
    ]
    func shape(_ title: String, _ panels: [Panel], _ width: Int = 720, _ height: Int = 400) -> Chart {
      Chart(title: title, panels: panels, rowCount: 50, xTitle: "epoch", width: width, height: height)
    }
    return [
      ("three-panels", shape("Three panels", panels)),
      ("three-panels-small", shape("Three panels, small", panels, 320, 200)),
      ("adam-1e-3", shape("0 … 0.001", [rate([Series(values: cosine(50, peak: 0.001))])])),
      ("adam-3e-4", shape("0 … 3e-4", [rate([Series(values: cosine(50, peak: 3e-4))])])),
      ("adam-1e-4", shape("0 … 1e-4", [rate([Series(values: cosine(50, peak: 1e-4))])])),
      ("adam-2.5e-5", shape("0 … 2.5e-5", [rate([Series(values: cosine(50, peak: 2.5e-5))])])),
      (
        "log-tiny",
        shape("Log, 200 × 120", [rate([Series(values: cosine(50, floor: 1e-6))], isLogarithmic: true)], 200, 120)
      ),
      ("wide", shape("A banner", [rate([Series(values: cosine(50))])], 1200, 160)),
      ("tall", shape("A column", [rate([Series(values: cosine(50))])], 240, 600)),
    ]
  }
}
