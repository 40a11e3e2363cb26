import Diagnostics

/// Something wrong with a file, and where in it.
struct PlacedProblem: Sendable {
  let code: Diagnostic.Code
  let message: String
  let hint: String?
  let place: (line: Int, column: Int)?

  init(_ problem: Diagnostic, in source: Source) {
    code = problem.code
    message = problem.message
    hint = problem.hint
    place = problem.range.flatMap(source.ownPosition)
  }
}
