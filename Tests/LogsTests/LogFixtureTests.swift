import Diagnostics
import Foundation
import Logs
import TestSupport
import Testing
import Text

/// A log as a trainer wrote it, with the readings that are in it.
struct LogFixture: Sendable, CustomTestStringConvertible {
  let file: String
  let form: LogForm
  /// The column of the readings, where there are several.
  var column: String?

  var testDescription: String { file }

  var source: Source {
    get throws { Source(name: file, bytes: Bytes(try Data(contentsOf: LogFixture.folder.appending(path: file)))) }
  }

  /// Steps as logged, rows, and rates.
  var readings: [[Double]] {
    get throws {
      let stem = (file as NSString).deletingPathExtension
      let data = try Data(contentsOf: LogFixture.folder.appending(path: "\(stem).expected.json"))
      return try JSONDecoder().decode(Expected.self, from: data).readings
    }
  }

  private struct Expected: Decodable { let readings: [[Double]] }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static let all = [
    LogFixture(file: "hf-console.log", form: .transformers), LogFixture(file: "keras-training.csv", form: .keras),
    LogFixture(file: "megatron.log", form: .megatron), LogFixture(file: "metrics.csv", form: .lightning),
    LogFixture(file: "results-padded.csv", form: .ultralytics, column: "lr/pg1"),
    LogFixture(file: "results.csv", form: .ultralytics, column: "lr/pg0"),
    LogFixture(file: "scalars.json", form: .mmengine), LogFixture(file: "tensorboard.csv", form: .tensorboard),
    LogFixture(file: "trainer_log.jsonl", form: .trainerLog),
    LogFixture(file: "trainer_state-4.46.json", form: .trainerState),
    LogFixture(file: "trainer_state.json", form: .trainerState), LogFixture(file: "wandb.csv", form: .wandb),
  ]
}

@Suite struct LogFixtureTests {
  @Test(arguments: LogFixture.all)
  func `a log is recognized, and every reading is in it`(fixture: LogFixture) throws {
    let log = try Log.read(fixture.source)
    #expect(log.form == fixture.form)
    let column = try #require(fixture.column.map { name in log.columns.first { $0.name == name } } ?? log.columns.first)
    let readings = try fixture.readings
    #expect(log.steps == readings.map { Int($0[0]) })
    #expect(column.values == readings.map { $0[2] })
    #expect(log.tornAt == nil && !log.lastMayBeCut)
    #expect(Log.isLog(try fixture.source.bytes))
  }

  @Test(arguments: LogFixture.all)
  func `a log is as exact as its column is written`(fixture: LogFixture) throws {
    let precisions: [LogForm: LogPrecision] = [
      .transformers: .exact, .keras: .single, .megatron: .digits(7), .lightning: .exact, .mmengine: .exact,
      .tensorboard: .single, .trainerLog: .exact, .trainerState: .exact, .wandb: .exact,
    ]
    let log = try Log.read(fixture.source)
    let wanted = precisions[fixture.form] ?? .digits(fixture.file == "results.csv" ? 6 : 5)
    #expect(log.columns.first?.precision == wanted)
  }

  @Test(arguments: LogFixture.all)
  func `no mutation of a good log traps, and every refusal can be drawn`(fixture: LogFixture) throws {
    var random = Random(seed: UInt64(fixture.file.utf8.count) &* 7)
    let seed = try fixture.source.bytes
    let pieces = [
      "\"", "'", "{", "}", "[", "]", ",", ";", "\n", "\r", "e", "1e308", "-1", "nan", "NaN", "NA", "null",
      "9223372036854775807", "99999999999999999999999999", "|", "lr", "learning_rate", ": ", "step", "é", "\u{0}",
    ]
    for _ in 0..<150 {
      let bytes = random.damaged(seed, changes: 1 + random.below(4), pieces)
      for form in [nil, LogForm.allCases[random.below(LogForm.allCases.count)]] {
        var options = Log.Options()
        options.form = form
        options.every = random.below(3) == 0 ? 10 : nil
        let source = Source(name: fixture.file, bytes: bytes)
        do throws(Diagnostic) {
          let log = try Log.read(source, options)
          #expect(log.columns.allSatisfy { $0.values.count == log.steps.count && log.places.count == log.steps.count })
        } catch {
          #expect(!Excerpt(of: source, isColored: false).draw(error).isEmpty)
        }
      }
    }
  }
}
