import Diagnostics

/// A diagnostic on its way out of the parser, one pointer wide.
///
/// Room for what is thrown stands in every frame of the recursion, several times over without optimisation; whole
/// diagnostics there would overflow the half megabyte that a thread has on some systems.
indirect enum ParserError: Error {
  case because(Diagnostic)

  var diagnostic: Diagnostic {
    switch self {
    case .because(let diagnostic): diagnostic
    }
  }
}
