import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot KIND …`: one schedule described by flags.
enum PlotCommand {
  static let scopes: [Flag.Scope] = [.run, .chain, .naming, .spec, .variants, .output, .picture, .everywhere]

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    if let stray = StrayWord(in: line) { throw stray.failure }
    let variants = try Variant.all(of: line)
    let stem = line.links.filter { !$0.connective.isQuantity }.map { $0.kind.short ?? $0.kind.name }.joined(by: "-")
    if line.has(.printSpec) {
      let printed = try PrintedSpec(line, relative: stem, in: world)
      let spec = try SweptSpec(line, variants, writing: printed.paths, in: world, read: SpecDocument.init(of:))
      try printed.write(spec.document())
      return .done
    }
    let results = try Results(line, in: world)
    let spec = try SweptSpec(
      line, variants, writing: results.paths(below: stem), in: world, read: SpecDocument.init(of:))
    let overlay = try PlotFlags(line: line, range: line.line.end).overlay()
    let picture = try spec.picture(overlay)
    if line.isVerbose { world.writeError(Bytes(spec.length.utf8)) }
    if !line.isQuiet, let note = LineDocument(line).note { world.writeError(Bytes("lrplot: \(note)\n".utf8)) }
    Targets(results.destination, in: world).removeLeftovers(below: [stem])
    let written = try results.write(picture, relative: stem)
    try results.finish(written, adding: spec.lintNote(of: line, in: world))
    return .done
  }
}
