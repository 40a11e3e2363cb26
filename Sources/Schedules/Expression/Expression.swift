package import Diagnostics
import Text

/// A function of one variable in Python's expression language, compiled once.
///
///     0.5 * (1 + cos(pi * epoch / 90)) if epoch < 90 else 0
///
/// Numbers, operators, precedence and functions mean what they mean in Python, except that all numbers are doubles. The
/// results are CPython's to the bit where the C library is, and what raises there is an error here.
package struct Expression: Sendable {
  static let maximumLength = 4096

  package let text: String
  private let program: Program
  private let placement: Placement

  /// Compiles an expression; what is wrong with it is an `error[expression]`.
  ///
  /// `place` is the range of the text in its source. When `isVerbatim` is true, byte i of the text stands at
  /// `place.lower + i`, and diagnostics point at the exact token; otherwise they point at the whole place.
  package static func compile(
    _ text: String, at place: SourceRange, isVerbatim: Bool
  ) throws(Diagnostic) -> Expression {
    try compile(text, at: place, isVerbatim: isVerbatim, .common)
  }

  /// Compiles an expression that may use other names.
  static func compile(
    _ text: String, at place: SourceRange, isVerbatim: Bool, _ vocabulary: Vocabulary
  ) throws(Diagnostic) -> Expression {
    let placement = Placement(place: place, isVerbatim: isVerbatim)
    guard text.utf8.count <= maximumLength else {
      throw Diagnostic(.expression, "the expression is longer than \(maximumLength) bytes", at: place)
    }
    var parser = Parser(text, placement, vocabulary)
    do throws(ParserError) {
      return Expression(text: text, program: try parser.parse(), placement: placement)
    } catch {
      throw error.diagnostic
    }
  }

  /// The value at an epoch; what Python would raise, and a result that is not a finite number, is an `error[run]`.
  ///
  /// `rate` is the rate before, for a function that is given it.
  package func value(at epoch: Double, rate: Double = 0) throws(Diagnostic) -> Double {
    var counter = 0
    let result: Double
    do throws(PythonError) {
      result = try program.run(epoch, rate: rate, counter: &counter)
    } catch {
      throw Diagnostic(.run, "\(error.description) at epoch \(Self.shown(epoch))", at: program.places[counter])
    }
    guard result.isFinite else {
      throw Diagnostic(
        .run, "the result is \(PythonError.shown(result)) at epoch \(Self.shown(epoch))",
        at: placement.range(0, text.utf8.count))
    }
    return result
  }

  /// `12` rather than `12.0`.
  private static func shown(_ epoch: Double) -> String {
    Int(exactly: epoch).map(\.description) ?? PythonError.shown(epoch)
  }
}
