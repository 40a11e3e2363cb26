import Foundation
import Testing

@testable import CommandLineTool

/// What every picture promises, whatever it is of: read from finished pictures.
@Suite struct PictureRulesTests {
  private func drawn(_ line: String...) throws -> Drawn { try drawn(line) }

  private func drawn(_ words: [String]) throws -> Drawn {
    // A look that a line has already is not asked for twice.
    let twice = words.suffix(2) == ["--y", "log"] && words.dropLast(2).contains("--y")
    let line = twice ? words.dropLast(2) : words
    let world = try Repository.world()
    let ended = world.run(line + ["--format", "svg"])
    #expect(ended.status == 0, "\(line): \(ended.error)")
    return try #require(Drawn(ended.output), "\(line)")
  }

  private static let layers = (1...12).flatMap { ["--group", "layer\($0):lr=\(0.001 * Double($0))"] }

  /// Many kinds of pictures.
  static let lines: [[String]] = [
    ["cosine", "--tmax", "50"], ["constant", "--factor", "1", "--epochs", "30", "--lr", "0.0137"],
    ["polynomial", "--total-iters", "100", "--lr", "0.0137"], ["cosine", "--tmax", "7", "--epochs", "1000"],
    ["multistep", "--milestones", "30,60,80", "--epochs", "90"], ["step", "--step-size", "3", "--epochs", "90"],
    ["onecycle", "--max-lr", "0.1", "--total-steps", "100"], ["warm-restarts", "--T-0", "10", "--T-mult", "2"],
    ["exponential", "--gamma", "0.8", "--epochs", "60", "--y", "log"],
    ["linear", "--total-iters", "5", "--then", "cosine", "--tmax", "85"],
    ["plateau", "--patience", "3", "--metric", "1 / (1 + epoch // 8)", "--epochs", "60"],
    ["transformers.cosine", "--num-warmup-steps", "100", "--epochs", "30", "--steps-per-epoch", "391"],
    ["transformers.cosine", "--num-warmup-steps", "10000", "--epochs", "1000000", "--lr", "3e-4"],
    ["cosine", "--tmax", "50", "--lr", "5e-9"], ["cosine", "--tmax", "50", "--lr", "12345678"],
    ["exponential", "--epochs", "60", "--sweep", "gamma=0.8,0.9,0.95,0.98,0.99"],
    ["cosine", "--tmax", "50", "--sweep", "eta-min=0.01,0.02,0.03,0.04,0.05,0.06,0.07"],
    ["cosine", "--tmax", "60", "--vs", "step", "--step-size", "20", "--vs", "polynomial", "--total-iters", "60"],
    ["cosine", "--tmax", "50"] + layers,
    ["cosine", "--tmax", "50", "--mark", "30:now", "--mark", "31:a little later", "--caption", "A caption"],
    ["cosine", "--tmax", "50", "--x-min", "10", "--x-max", "30", "--y-min", "0.02", "--y-max", "0.08"],
    ["lambda", "--lr-lambda", "1 + epoch*1e-6", "--epochs", "30", "--y", "log"],
  ]

  static let looks: [[String]] = [
    [], ["--theme", "print"], ["--width", "320", "--height", "200"], ["--scale", "2"], ["--y", "log"],
    ["--x-scale", "log"], ["--of-peak"], ["--width", "1280", "--height", "720", "--scale", "1.6"], ["--x", "percent"],
  ]

  @Test(arguments: looks)
  func `no text stands on another, on a line of the grid, or outside`(look: [String]) throws {
    // A million steps take their time, and look the same in every size.
    for line in Self.lines where look.isEmpty || !line.contains("1000000") {
      let picture = try drawn(line + look)
      #expect(picture.collisions.isEmpty, "\(line + look)")
      #expect(picture.tooltips <= 51 && !picture.bytes.contains("var("), "\(line + look)")
    }
  }

  @Test
  func `the peak is shown: at the first step, of a constant rate, in the middle, and of a comparison`() throws {
    let peaks: [(line: [String], peak: String)] = [
      (["cosine", "--tmax", "50", "--lr", "0.0137"], "0.0137"),
      (["constant", "--factor", "1", "--epochs", "30", "--lr", "0.0137"], "0.0137"),
      (["polynomial", "--total-iters", "100", "--lr", "3e-4"], "3e-4"),
      (["onecycle", "--max-lr", "0.045", "--total-steps", "90"], "0.045"),
      (["cosine", "--tmax", "1000000", "--lr", "6e-5"], "6e-5"),
      (["exponential", "--gamma", "0.5", "--epochs", "40", "--y", "log"], "1e-1"),
      (["cosine", "--tmax", "50", "--vs", "step", "--step-size", "10"], "0.1"),
      (["cosine", "--tmax", "50"] + Self.layers, "0.012"),
    ]
    for (line, peak) in peaks {
      let picture = try drawn(line)
      #expect(picture.notes.contains(peak), "\(line): \(picture.notes)")
    }
  }

  @Test
  func `of equal peaks the first is marked, though a later one is greater by an error of rounding`() throws {
    let picture = try drawn("cosine", "--tmax", "7", "--epochs", "1000")
    let first = try #require(picture.grid.first)
    #expect(picture.dots.contains { abs($0.x - first.left) < 1 })
    #expect(picture.notes.filter { $0 == "0.1" }.count == 1)
  }

  @Test
  func `the end is shown, in the notation of the axis, below its floor, and ≈ 0 where it is rounding noise`() throws {
    #expect(try drawn("cosine", "--tmax", "50").notes == ["0.1", "0.0001"])
    #expect(try drawn("cosine", "--tmax", "1000000", "--lr", "3e-4").notes == ["3e-4", "≈ 0"])
    #expect(try drawn("exponential", "--gamma", "0.8", "--epochs", "60", "--y", "log").notes.count == 2)
    let floor = try drawn("step", "--step-size", "10", "--epochs", "90", "--y", "log")
    #expect(floor.notes.contains("↓ 1e-9"), "\(floor.notes)")
  }

  @Test
  func `ticks and notes of rates have one notation, with one digit before the point of an exponent`() throws {
    for line in Self.lines + Self.lines.map({ $0 + ["--y", "log"] }) {
      let picture = try drawn(line)
      let count = picture.grid.filter { $0.y <= (picture.grid.first?.y ?? 0) }.count
      let numbers = (picture.ticks.prefix(max(2, count)) + picture.notes).filter { Double($0) != nil && $0 != "0" }
      let exponents = numbers.filter { $0.contains("e") }
      let mantissas = exponents.compactMap { Double($0.split(separator: "e")[0]) }.map(abs)
      #expect(mantissas.allSatisfy { $0 >= 1 && $0 < 10 }, "\(line): \(exponents)")
      let notes = picture.notes.filter { Double($0) != nil && $0 != "0" }
      #expect(notes.allSatisfy { $0.contains("e") } || notes.allSatisfy { !$0.contains("e") }, "\(line): \(notes)")
    }
  }

  @Test
  func `a drop stands at its own level`() throws {
    let picture = try drawn("multistep", "--milestones", "30,60", "--epochs", "90")
    let words = picture.words.filter { ["0.01", "0.001"].contains($0.text) }
    #expect(words.count == 2)
    let bottom = try #require(picture.words.first { $0.text == "0.00" })
    #expect(words.allSatisfy { abs($0.bottom - bottom.bottom) < 60 })
  }

  @Test
  func `a key has the order of the curves, and an ordered family one ramp of enough contrast, solid`() throws {
    for theme in [("light", "#ffffff"), ("dark", "#0d1117")] {
      for count in [5, 12, 20] {
        let values = (1...count).map { "\(Double($0) / Double(count + 1))" }.joined(separator: ",")
        let picture = try drawn(
          "exponential", "--epochs", "40", "--sweep", "gamma=\(values)", "--theme", theme.0)
        #expect(picture.series.count == count && picture.series.allSatisfy { $0.dash == nil })
        let lights = picture.series.map { Drawn.luminance($0.colour) }
        let steps = zip(lights, lights.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }, "\(theme) \(count)")
        for one in picture.series { #expect(Drawn.contrast(one.colour, theme.1) >= 3, "\(one.colour) on \(theme.1)") }
      }
    }
    let picture = try drawn(["cosine", "--tmax", "50"] + Self.layers)
    let names = picture.words.filter { $0.text.hasPrefix("layer") }.sorted { $0.top < $1.top }.map(\.text)
    #expect(names == (1...12).reversed().map { "layer\($0)" })
  }

  @Test
  func `panels have room, and the picture grows for them unless its height is given`() throws {
    let line = ["onecycle", "--max-lr", "0.1", "--total-steps", "90", "--metric", "1 / (epoch + 1)"]
    let grown = try drawn(line)
    #expect(grown.height > 400 && grown.width == 720)
    #expect(try drawn(line + ["--height", "400"]).height == 400)
    for place in ["momentum", "metric"] {
      let title = try #require(grown.words.first { $0.text == place })
      let next = grown.words.filter { $0.top > title.bottom && $0.style == "quiet" && Double($0.text) == nil }
      #expect((next.map(\.top).min() ?? grown.height) - title.bottom >= 90)
    }
  }

  @Test
  func `--scale 2 draws letters, lines, and dots twice as large`() throws {
    for line in [["cosine", "--tmax", "50"], ["onecycle", "--max-lr", "0.1", "--total-steps", "90"]] {
      let (one, two) = (try drawn(line), try drawn(line + ["--scale", "2", "--width", "1440", "--height", "900"]))
      #expect(Set(two.words.map(\.size)) == Set(one.words.map { $0.size * 2 }))
      #expect(two.series.map(\.width) == one.series.map { $0.width * 2 })
      #expect(two.width == 1440 && two.height == 900)
    }
  }

  @Test
  func `a picture is headed by what it shows, unless it is titled or wants no title`() throws {
    func title(_ line: String...) throws -> String? {
      try drawn(["cosine", "--tmax", "50"] + line).words.first { $0.size >= 13 }?.text
    }
    #expect(try title() == "CosineAnnealingLR, T_max 50")
    #expect(try title("--title", "Mine") == "Mine")
    #expect(try title("--title", "") == nil)
  }

  @Test
  func `captions and sources stand at the foot, marks with their rates`() throws {
    let world = try Repository.world()
    let spec = #"{"source": "a paper", "epochs": 50, "scheduler": {"type": "CosineAnnealingLR", "T_max": 50}}"#
    try spec.write(toFile: world.sandbox.path("a.json"), atomically: true, encoding: .utf8)
    func words(_ line: String...) throws -> [String] {
      try #require(Drawn(world.run(["render", "a.json", "--format", "svg"] + line).output)).words.map(\.text)
    }
    #expect(try !words().contains { $0.contains("a paper") })
    #expect(try words("--source").contains("Source: a paper"))
    #expect(try words("--caption", "Mine").contains("Mine"))
    let marked = try words("--mark", "25:now")
    #expect(marked.contains("now") && marked.contains("0.05"))
  }

  @Test
  func `a metric has the name of its column`() throws {
    let world = try Repository.world()
    try "epoch,val_loss\n0,1\n1,1\n2,1\n".write(
      toFile: world.sandbox.path("run.csv"), atomically: true, encoding: .utf8)
    let spec =
      #"{"epochs": 3, "scheduler": {"type": "ReduceLROnPlateau"}, "metric": {"csv": "run.csv", "column": "val_loss"}}"#
    try spec.write(toFile: world.sandbox.path("a.json"), atomically: true, encoding: .utf8)
    let picture = try #require(Drawn(world.run("render", "a.json", "--format", "svg").output))
    #expect(picture.words.contains { $0.text == "val_loss" })
    #expect(!picture.words.contains { $0.text == "metric" })
  }

  @Test
  func `a page's theme has no background and the page's ink; print has greys and dashes`() throws {
    let line = ["cosine", "--tmax", "60", "--vs", "step", "--step-size", "20", "--vs", "polynomial"]
    let page = try drawn(line + ["--theme", "page"])
    #expect(!page.bytes.contains("class=\"background\"") && page.bytes.contains("currentColor"))
    #expect(page.bytes.contains("light-dark("))
    let print = try drawn(line + ["--theme", "print"])
    #expect(
      print.series.allSatisfy { line in
        let digits = Array(line.colour.dropFirst())
        return digits[0...1] == digits[2...3] && digits[2...3] == digits[4...5]
      })
    #expect(Set(print.series.map { "\($0.colour) \($0.dash ?? "")" }).count == print.series.count)
  }

  @Test
  func `a simple picture is small, and the same each time`() throws {
    let picture = try drawn("cosine", "--tmax", "50")
    #expect(picture.bytes.utf8.count <= 8192)
    for line in Self.lines.prefix(6) { #expect(try drawn(line).bytes == drawn(line).bytes) }
  }

  @Test
  func `groups that have the same momentum have one curve of it`() throws {
    let picture = try drawn(
      "onecycle", "--max-lr", "[0.01, 0.1]", "--total-steps", "60", "--group", "a:lr=0.01", "--group", "b:lr=0.1")
    #expect(picture.series.count == 3 && picture.words.contains { $0.text == "both" })
  }

  @Test
  func `a sheet has one group for each folder, and says which panels are logarithmic`() throws {
    let world = try Repository.world()
    let log = #"{"epochs": 20, "scheduler": {"type": "ExponentialLR", "gamma": 0.5}, "plot": {"y": "log"}}"#
    let titled = #"{"title": "A cosine", "epochs": 300, "scheduler": {"type": "CosineAnnealingLR", "T_max": 300}}"#
    try FileManager.default.createDirectory(
      atPath: world.sandbox.path("all/m"), withIntermediateDirectories: true)
    for (path, spec) in [("all/a.json", log), ("all/m/b.json", titled), ("all/z.json", titled)] {
      try spec.write(toFile: world.sandbox.path(path), atomically: true, encoding: .utf8)
    }
    let ended = world.run("sheet", "all")
    #expect(ended.status == 0, "\(ended.error)")
    let words = try #require(Drawn(ended.output)).words.map(\.text)
    #expect(words.filter { $0 == "all" }.count == 1 && words.filter { $0 == "m" }.count == 1)
    #expect(words.contains("a") && words.filter { $0 == "A cosine" }.count == 2)
    #expect(words.contains("peak 0.1 · 20 epochs · log") && words.contains("peak 0.1 · 300 epochs"))
  }
}
