/// What is wrong, where, and what would help.
package struct Diagnostic: Error, Sendable {
  /// The stable name of a class of errors, printed as `error[code]`.
  package enum Code: String, Sendable {
    /// Not RFC 8259, not UTF-8, or nested deeper than 512.
    case json
    /// A key or a shape that a schedule file does not have.
    case spec
    /// No such kind of scheduler or optimizer.
    case kind
    /// No such, or a missing, parameter.
    case param
    /// A value of the wrong type, out of bounds or not one of the choices.
    case value
    /// An expression that does not parse.
    case expression
    /// A schedule that fails while it is stepped.
    case run
    /// A golden that differs, is missing or cannot be read.
    case golden
    /// A trainer's configuration or log that cannot be understood, or lacks a number.
    case `import`
    /// A file that cannot be read or written.
    case io
    /// A command line that makes no sense.
    case usage
    /// Never printed: it ends work that cannot go on after its errors have been reported.
    case reported
  }

  package enum Severity: String, Sendable {
    case error, warning
  }

  package var severity: Severity
  package var code: Code
  /// A sentence that makes sense without the excerpt and the hint.
  package var message: String
  /// What would help; printed after the caret.
  package var hint: String?
  package var range: SourceRange?
  /// The parameter that is wrong, where its place is not known when the error is found.
  package var parameter: String?

  package init(
    _ code: Code, _ message: String, at range: SourceRange? = nil, of parameter: String? = nil, hint: String? = nil,
    severity: Severity = .error
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
    self.range = range
    self.parameter = parameter
  }

  /// The same diagnostic, placed at a range if it had no place of its own.
  package func located(at range: SourceRange?) -> Diagnostic {
    var copy = self
    copy.range = self.range ?? range
    return copy
  }

  /// What is thrown when everything that is wrong has been reported already.
  package static var reported: Diagnostic { Diagnostic(.reported, "reported already") }

  /// The hint “did you mean …?”, when there is something to suggest.
  package static func suggestion(_ candidate: String?) -> String? {
    candidate.map { "did you mean “\($0)”?" }
  }
}

/// Several things wrong at once: all errors of meaning in a schedule file, not just the first.
package struct DiagnosticList: Error, Sendable {
  package let all: [Diagnostic]

  /// How many more there are that are not kept.
  private let omitted: Int

  package init(_ all: [Diagnostic] = [], omitted: Int = 0) {
    self.all = all
    self.omitted = omitted
  }

  /// How many there are.
  package var count: Int { all.count + omitted }

  package var isEmpty: Bool { all.isEmpty }
}
