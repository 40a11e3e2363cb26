/// What a command line asks of everything that is read and shown.
struct Request: Sendable {
  /// What it changes in the schedule files that are read.
  var overrides = Overrides.none
  /// What it says about configurations of trainers.
  var imports = ImportOptions.none
  /// Whether files that a schedule names may be read.
  var readsNamedFiles = true
  /// Whether previews are drawn in ASCII wherever they are shown.
  var drawsASCII = false

  init() {}

  /// The request of a command line; `isSchedule` where the line describes a schedule itself.
  init(_ line: ParsedLine, isSchedule: Bool) throws(Failure) {
    if !isSchedule {
      overrides = try Overrides(line)
      imports = try ImportOptions(line)
    }
    readsNamedFiles = !line.has(.noFiles)
    drawsASCII = line.has(.ascii)
  }
}
