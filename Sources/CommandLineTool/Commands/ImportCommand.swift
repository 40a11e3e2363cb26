import Curves
import Diagnostics
import Imports
import JSON
import Schedules
import Text

/// `lrplot import`: a trainer's configuration as a schedule file, or drawn at once.
enum ImportCommand {
  static let formats = OutputFormats(Format.allCases, standard: .json)

  static let details = """
    Prints the schedule file that a configuration amounts to; --format svg, csv, or text draws it at once. The trainer is
    detected from its content, or given by --from. What is missing must be given by an option; what was derived or
    filled in is reported on stderr and kept as "$comment". Nothing in a configuration is executed; files
    that it names are read only below its folder, and not at all with --no-files.

    Also --dataset-size, --world-size, --accumulate, --steps-per-epoch, --epochs, --lr, --optimizer, and --set. The same
    options and configurations are accepted by render, compare, explain, lint, and at.
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard let file = line.operands.first else {
      throw Failure.usage("import needs a configuration, or -", hint: "lrplot import ds_config.json > schedule.json")
    }
    try Command.refuse(line.operands.dropFirst().first, of: line.line, hint: "--with FILE gives another one")
    let results = try Results(line, writing: formats, in: world)
    let stem = Path.stem(of: Path.name(of: file.text))
    let input = Input(path: file.text, relative: stem)
    try Targets(results.destination, in: world).check([input])
    let targets = results.paths(below: stem)
    let source = try SpecFile.source(file.text, in: world)
    if line.value(of: .from) == nil, let value = try? Scanner.read(source), Configuration.isSchedule(value) {
      throw Failure.io(
        file.text, "is a schedule file already",
        hint: "`lrplot render \(file.text.shellQuoted)` draws it, and --set changes a value")
    }
    let made = try world.imported(source, at: file.text, writing: targets)
    // Nothing is said about it before it has proved to be a schedule that runs.
    let document = try SpecDocument(of: source, at: file.text, world.request.overrides, imported: made)
    let spec = try document.spec(writing: targets, in: world)
    let curve = try Results.curve(of: spec, document.source)
    if !line.isQuiet {
      world.tell(made)
      world.tellIdleFlags(made, of: source, at: file.text, writing: targets)
    }
    var (title, options) = (spec.title, PlotOptions(of: spec))
    try PlotFlags(line: line, range: line.line.end).overlay()(&title, &options)
    let picture = Picture(
      curve: curve, title: title, heading: Heading.of(spec), source: spec.origin, options: options)
    let written = try results.write(relative: stem) { format, path in
      format == .json ? Pieces(document.value.text(isOpen: true)) : results.render(picture, as: format, to: path)
    }
    try results.finish(written)
    return .done
  }
}
