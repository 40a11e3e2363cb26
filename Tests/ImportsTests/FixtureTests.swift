import Curves
import Diagnostics
import Imports
import JSON
import Logs
import Schedules
import Testing
import Text

@Suite struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `a configuration gives the rates of its own library`(fixture: Fixture) throws {
    let expected = try fixture.expected
    var settings = RunSettings()
    for (key, value) in expected.notInTheFile ?? [:] {
      switch key {
      case "dataset_size": settings.datasetSize = value
      case "world_size", "num_processes", "gpus": settings.worldSize = value
      case "steps_per_epoch": settings.stepsPerEpoch = value
      default: Issue.record("\(key) is not known here")
      }
    }
    var companions: [Source] = []
    if let other = expected.togetherWith {
      companions = [try Fixture(file: other).source]
      settings.datasetSize = 1000
    }
    let made = try Import.read(fixture.source, with: companions, settings) { (name) throws(Diagnostic) in
      throw Diagnostic(.io, "\(name) cannot be read")
    }
    let rates = try rates(made)
    #expect(rates.count == expected.steps)
    for row in expected.rows {
      let (index, rate) = (Int(row[0]), row[1])
      // Of some no library was run: the numbers are the formula's.
      let isClose = abs(rates[index] - rate) <= 1e-12 * abs(rate)
      #expect(expected.computedBy.contains("formula") ? isClose : rates[index] == rate, "row \(index)")
    }
  }

  @Test(arguments: Fixture.all)
  func `the same configuration gives the same bytes, which are read as the same schedule`(fixture: Fixture) throws {
    let made = try? Import.read(fixture.source, with: [], settings(for: fixture)) { (name) throws(Diagnostic) in
      throw Diagnostic(.io, name)
    }
    guard let made else { return }
    let text = made.document.text(isOpen: true)
    let again = try Import.read(fixture.source, with: [], settings(for: fixture)) { (name) throws(Diagnostic) in
      throw Diagnostic(.io, name)
    }
    #expect(again.document.text(isOpen: true) == text)
    let spec = try Spec.read(Source(name: "made.json", bytes: text)) { (name) throws(Diagnostic) in
      throw Diagnostic(.io, name)
    }
    #expect(try Run.curve(of: spec).columns[0].values == rates(made))
  }

  @Test(arguments: Fixture.all)
  func `a configuration is not a log, on several lines or on one`(fixture: Fixture) throws {
    let bytes = try fixture.source.bytes
    #expect(!Log.isLog(bytes))
    #expect(!Log.isLog(bytes.filter { $0 != UInt8(ascii: "\n") }))
  }

  private func settings(for fixture: Fixture) -> RunSettings {
    var settings = RunSettings()
    settings.datasetSize = 1000
    settings.worldSize = 2
    if fixture.stem == "ultralytics-args" || fixture.stem == "mmdet-schedule" { settings.stepsPerEpoch = 6 }
    return settings
  }
}
