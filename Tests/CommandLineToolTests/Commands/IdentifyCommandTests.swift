import Foundation
import Testing

@testable import CommandLineTool

@Suite struct IdentifyCommandTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  /// Rates of a command line, one a row.
  private func rates(_ words: [String]) throws -> [Double] {
    let ended = world.run(words + ["-f", "csv"])
    try #require(ended.status == 0, "\(words): \(ended.error)")
    let lines = ended.output.split(separator: "\n")
    let column = try #require(lines[0].split(separator: ",").firstIndex { $0 == "lr" })
    return try lines.dropFirst().map { try #require(Double($0.split(separator: ",")[column])) }
  }

  /// Writes a log of some rows of a curve.
  private func log(
    _ rates: [Double], as column: String = "lr", rows: (Int) -> Bool = { _ in true },
    format: (Double) -> String = { $0.description }
  ) throws {
    let lines = rates.enumerated().filter { rows($0.offset) }.map { "\($0.offset),\(format($0.element))" }
    try world.sandbox.write((["step,\(column)"] + lines).joined(separator: "\n") + "\n", to: "log.csv")
  }

  private func log(_ words: [String], every: Int, format: (Double) -> String) throws {
    try log(rates(words), rows: { $0 % every == 0 }, format: format)
  }

  /// The words of the command that is answered; none where no kind is found.
  private func answered() throws -> [String] {
    let ended = world.run("identify", "log.csv", "--format", "json")
    guard ended.status == 0 else { return [] }
    let object = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
    let found = try #require(object?["found"] as? [String: Any])
    return try #require(found["command"] as? String).split(separator: " ").dropFirst().map(String.init)
  }

  /// Schedules of runs, as trainers have them.
  private static let schedules = [
    "transformers.constant --steps 60 --lr 0.001", "step --step-size 20 --gamma 0.5 --steps 90 --lr 0.1",
    "multistep --milestones 30,50 --steps 90 --lr 0.1", "exponential --gamma 0.95 --steps 60 --lr 0.1",
    "cosine --tmax 50 --steps 50 --lr 0.1", "cosine --tmax 200 --eta-min 0.001 --steps 200 --lr 0.1",
    "transformers.linear --num-warmup-steps 50 --num-training-steps 600 --steps 600 --lr 5e-05",
    "transformers.cosine --num-warmup-steps 37 --num-training-steps 733 --steps 733 --lr 2e-05",
    "transformers.cosine_with_min_lr --num-warmup-steps 50 --num-training-steps 600 --min-lr-rate 0.1 --steps 600 --lr 3e-04",
    "transformers.cosine_with_restarts --num-warmup-steps 20 --num-training-steps 620 --num-cycles 3 --steps 620 --lr 1e-04",
    "transformers.polynomial --num-warmup-steps 50 --num-training-steps 600 --power 2 --steps 600 --lr 5e-05",
    "transformers.constant_with_warmup --num-warmup-steps 30 --steps 300 --lr 2e-05",
    "transformers.inverse_sqrt --num-warmup-steps 100 --steps 1000 --lr 0.001",
    "transformers.warmup_stable_decay --num-warmup-steps 60 --num-training-steps 600 --num-decay-steps 120 --steps 600 --lr 3e-04",
    "transformers.warmup_stable_decay --num-warmup-steps 60 --num-training-steps 600 --num-decay-steps 120 --decay-type 1-sqrt --steps 600 --lr 3e-04",
    "wsd --total-steps 600 --warmup-steps 50 --decay-steps 100 --steps 600 --lr 0.001",
    "wsd --total-steps 600 --warmup-steps 50 --decay-steps 100 --decay 1-sqrt --min-ratio 0.1 --start-ratio 0.01 --steps 600 --lr 0.001",
    "linear --start-factor 0.1 --total-iters 20 --then cosine --tmax 280 --steps 300 --lr 0.1",
    "linear --start-factor 0.01 --total-iters 20 --then cosine --tmax 180 --eta-min 1e-05 --steps 200 --lr 0.05",
    "linear --start-factor 0.001 --total-iters 50 --then multistep --milestones 250,400 --steps 550 --lr 0.02",
    "linear --start-factor 0.1 --total-iters 20 --then step --step-size 40 --gamma 0.5 --steps 200 --lr 0.1",
    "linear --start-factor 0.1 --total-iters 30 --then polynomial --total-iters 270 --power 0.9 --steps 300 --lr 0.1",
    "linear --start-factor 0.1 --total-iters 30 --then linear --start-factor 1 --end-factor 0.01 --total-iters 270 --steps 300 --lr 0.1",
    "linear --start-factor 0.1 --total-iters 30 --then exponential --gamma 0.98 --steps 200 --lr 0.1",
    "polynomial --total-iters 300 --power 0.9 --steps 300 --lr 0.01",
    "linear --start-factor 1 --end-factor 0.1 --total-iters 60 --steps 60 --lr 0.1",
    "onecycle --max-lr 0.01 --total-steps 500 --steps 500",
    "onecycle --max-lr 0.1 --total-steps 500 --pct-start 0.1 --anneal-strategy linear --div-factor 10 --steps 500",
    "warm-restarts --t0 50 --steps 200 --lr 0.1",
    "cyclic --base-lr 0.0001 --max-lr 0.01 --step-size-up 40 --step-size-down 60 --steps 400",
    "timm.cosine --t-initial 300 --warmup-t 25 --warmup-lr-init 1e-06 --lr-min 1e-05 --steps 300 --lr 0.001",
    "timm.cosine --t-initial 300 --warmup-t 20 --warmup-lr-init 1e-05 --warmup-prefix --steps 320 --lr 5e-04",
    "timm.multistep --decay-t 60,90 --decay-rate 0.1 --warmup-t 25 --warmup-lr-init 1e-04 --steps 150 --lr 0.1",
    "timm.poly --t-initial 300 --power 0.9 --warmup-t 25 --warmup-lr-init 1e-04 --steps 300 --lr 0.1",
    "keras.CosineDecay --initial-learning-rate 0.001 --decay-steps 500 --alpha 0.1 --steps 500",
    "keras.ExponentialDecay --initial-learning-rate 0.01 --decay-steps 100 --decay-rate 0.9 --steps 500",
    "optax.warmup_cosine_decay_schedule --init-value 1e-06 --peak-value 0.001 --warmup-steps 50 --decay-steps 500 --end-value 1e-05 --steps 500",
    "megatron.OptimizerParamScheduler --max-lr 3e-04 --min-lr 3e-05 --lr-warmup-steps 50 --lr-decay-steps 500 --lr-decay-style cosine --steps 500",
    "megatron.OptimizerParamScheduler --max-lr 3e-04 --min-lr 3e-05 --lr-warmup-steps 50 --lr-decay-steps 400 --lr-decay-style cosine --steps 500",
    "keras.CosineDecay --initial-learning-rate 0.001 --decay-steps 300 --alpha 0.1 --steps 500",
    "optax.warmup_cosine_decay_schedule --init-value 1e-06 --peak-value 0.001 --warmup-steps 50 --decay-steps 400 --end-value 1e-05 --steps 500",
    "deepspeed.WarmupDecayLR --warmup-max-lr 0.001 --warmup-num-steps 50 --total-num-steps 500 --steps 500",
  ]

  @Test(arguments: schedules)
  func `the command that is answered gives the rates again`(line: String) throws {
    let rates = try rates(line.split(separator: " ").map(String.init))
    let peak = rates.max() ?? 0
    let column = ["lr", "learning_rate", "train/learning_rate", "lr-AdamW"][line.utf8.count % 4]
    try log(rates, as: column)
    let whole = try answered()
    #expect(!whole.isEmpty, "nothing gives the whole of \(line)")
    if !whole.isEmpty {
      let again = try self.rates(whole)
      #expect(again.count == rates.count, "\(whole)")
      #expect(zip(again, rates).allSatisfy { abs($0 - $1) <= 1e-9 * max($0, $1) + 1e-12 * peak }, "\(whole)")
    }
    // Every tenth, of which the last lies before the end, in four digits.
    try log(rates, as: column, rows: { $0 % 10 == 0 }, format: { String(format: "%.3e", $0) })
    let sparse = try answered()
    #expect(!sparse.isEmpty, "nothing gives every tenth of \(line)")
    if !sparse.isEmpty {
      let again = try self.rates(sparse)
      for row in stride(from: 0, to: rates.count, by: 10) {
        #expect(
          row < again.count && abs(again[row] - rates[row]) <= 2e-3 * rates[row] + 1e-12 * peak, "\(sparse), row \(row)"
        )
      }
    }
  }

  @Test func `what a log does not show may be anything, but what it shows is met`() throws {
    let rates = try rates(
      "transformers.cosine --num-warmup-steps 37 --num-training-steps 733 --steps 733 --lr 2e-05".split(separator: " ")
        .map(String.init))
    for rows in [60..<733, 0..<500, 60..<400] {
      try log(rates, rows: { rows.contains($0) })
      let again = try self.rates(answered())
      #expect(rows.filter { $0 < again.count }.allSatisfy { abs(again[$0] - rates[$0]) <= 1e-9 * rates[$0] + 1e-17 })
      #expect(again.count >= rows.upperBound)
    }
  }

  /// Curves that no kind has: next to a line, a bell, a logistic, two lines, waves, a cube of a cosine, a bent rise, chance.
  private func stranger(_ shape: Int, at x: Double) -> Double {
    switch shape {
    case 0: return (1 - x / 300) * (1 + 1e-4 * sin(7 * x * x))
    case 1: return exp(-(x / 120) * (x / 120))
    case 2: return 1 / (1 + exp((x - 150) / 20))
    case 3: return x < 90 ? 1 - x / 120 : 0.25 * (1 - (x - 90) / 400)
    case 4: return 2 + sin(x / 9)
    case 5: return 0.2 + 0.8 * pow(cos(x / 191), 3)
    case 6: return x < 30 ? x * x / 900 : 1 / (1 + Foundation.log(x / 30))
    default: return Double((Int(x) * 7919) % 1009) * 1e-3 + 0.1
    }
  }

  @Test(arguments: 0..<8)
  func `a curve of another shape has none`(shape: Int) throws {
    try log((0..<300).map { 1e-3 * stranger(shape, at: Double($0)) })
    #expect(try answered() == [])
    #expect(world.run("identify", "log.csv").status == 1)
  }

  @Test func `one cycle of twelve updates is found`() throws {
    let line = "onecycle --max-lr 0.1 --total-steps 12 --steps 12"
    try log(rates(line.split(separator: " ").map(String.init)))
    #expect(try answered().joined(separator: " ").hasPrefix("onecycle --max-lr 0.1 --total-steps 12"))
  }

  @Test func `of two conventions that fit the one is meant by which the schedule ends with the run`() throws {
    let line = "transformers.cosine --num-warmup-steps 5 --num-training-steps 93 --steps 93 --lr 3e-05"
    let rates = try rates(line.split(separator: " ").map(String.init))
    for (offset, word) in [(0, "row N"), (1, "row N−1")] {
      let rows = stride(from: 10, to: 93, by: 10).map { "{\"step\": \($0), \"learning_rate\": \(rates[$0 - offset])}" }
      try world.sandbox.write(
        "{\"max_steps\": 93, \"log_history\": [" + rows.joined(separator: ", ") + "]}", to: "log.csv")
      let ended = world.run("identify", "log.csv")
      #expect(ended.output.contains("5 of 93 warm-up") && ended.output.hasSuffix("\(word)\n"), "\(ended.output)")
    }
  }

  @Test func `no readings trap, and what is answered gives them`() throws {
    var state: UInt64 = 7
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let odd = [0, 1, -1, 1e308, Double.leastNonzeroMagnitude, 0.1, 1e-4, 1e-4, 0.5, 3e-4]
    for round in 0..<80 {
      var row = random(below: 30)
      var rows: [(row: Int, rate: Double)] = []
      for index in 0..<3 + random(below: 30) {
        let steady = 1e-3 * (round % 4 == 0 ? Double(40 - index) : Double(index + 1))
        rows.append((row, round % 3 == 0 ? steady : odd[random(below: odd.count)]))
        row += 1 + random(below: round % 5 == 0 ? 1000 : 2)
      }
      try world.sandbox.write(
        "step,lr\n" + rows.map { "\($0.row),\($0.rate)\n" }.joined(), to: "log.csv")
      let words = try answered()
      if words.isEmpty { continue }
      let (again, peak) = (try rates(words), rows.reduce(0) { max($0, abs($1.rate)) })
      #expect(
        rows.allSatisfy { $0.row < again.count && abs(again[$0.row] - $0.rate) <= 1e-2 * abs($0.rate) + 1e-11 * peak },
        "\(rows) \(words)")
    }
  }

  @Test func `a log of few readings and digits is enough`() throws {
    let line = "transformers.cosine --num-warmup-steps 100 --num-training-steps 1000 --steps 1000 --lr 3e-05"
    try log(line.split(separator: " ").map(String.init), every: 20) { String(format: "%.3e", $0) }
    let ended = world.run("identify", "log.csv", "--format", "json")
    #expect(ended.status == 0)
    for text in [#""schema": "lrplot/identify/1""#, #""exactness": "to 4 digits""#, "100", "\"command\": \"lrplot "] {
      #expect(ended.output.contains(text), "\(ended.output)")
    }
  }

  @Test func `what is no log, or of two readings, is refused`() throws {
    try world.sandbox.write("hello\n", to: "text")
    #expect(world.run("identify", "text").status == 2)
    try world.sandbox.write("step,lr\n0,1\n1,0.5\n", to: "two.csv")
    #expect(world.run("identify", "two.csv").error.contains("at least three are needed"))
    #expect(world.run("identify").status == 2)
    #expect(world.run("identify", "two.csv", "two.csv").status == 2)
    #expect(world.run("identify", "none.csv").status == 2)
  }
}
