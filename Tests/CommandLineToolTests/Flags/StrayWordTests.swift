import Schedules
import Testing

@testable import CommandLineTool

@Suite struct StrayWordTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  @Test(arguments: [
    (["cosine", "50"], "did you mean “--tmax 50”?"),
    (["linear", "--then", "cosine", "50"], "did you mean “--tmax 50”?"),
    (["cosine", "--tmax", "5", "7"], "parameters are given as --name value"),
    (["multistep", "--milestones", "30", "60"], "did you mean “--milestones 30,60”?"),
    (["onecycle", "--max-lr", "1", "2", "--total-steps", "5"], "did you mean “--max-lr 1,2”?"),
    (["onecycle", "--max-lr", "1", "--three-phase", "yes"], "did you mean “--three-phase=yes”?"),
    (["cosine", "--tmax", "5", "--drop-last", "false"], "did you mean “--drop-last=false”?"),
    (["cosine", "--tmax", "5", "-q", "false"], "parameters are given as --name value"),
    (["cosine", "—tmax", "5"], "options begin with two hyphens: --tmax"),
    (
      ["cosine", "--tmax", "5", "step"],
      "--vs step draws it beside this one, --then step after it, --and step steps both together"
    ),
    (["cosine", "--tmax", "5", "a.json"], "`lrplot render a.json` draws a file"),
    (["cosine", "--tmax", "5", ""], "parameters are given as --name value"),
  ])
  func `a stray word gets a hint at what it might be`(words: [String], hint: String) {
    let ended = world.run(words)
    #expect(ended.status == 2)
    #expect(ended.error.hasSuffix("^ \(hint)\n"), "\(ended.error)")
  }

  @Test(arguments: [
    (["cosine", "-tmax", "5"], "“-tmax”"), (["cosine", "-tmax=5"], "“-tmax”"),
    (["cosine", "--tmax", "5", "-output", "x"], "“-output”"), (["cosine", "--tmax", "5", "-quiet"], "“-quiet”"),
    (["cosine", "-lr", "5"], "“-lr”"), (["cosine", "-tmx", "5"], "“-tmx”"),
  ])
  func `a long option with one hyphen is reported as such`(words: [String], named: String) {
    let error = world.run(words).error
    #expect(error.contains("unknown option \(named)\n") && error.contains("did you mean “--"), "\(error)")
  }

  @Test(arguments: [["-fcsv"], ["-qfcsv"], ["-qvfcsv"], ["-f=csv"], ["-ocsv.csv"]])
  func `short options and their clusters stay what they are`(words: [String]) {
    #expect(world.run(["cosine", "--tmax", "5"] + words).status == 0)
  }
}
