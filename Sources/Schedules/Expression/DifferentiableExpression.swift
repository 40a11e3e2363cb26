package import Diagnostics
import JSON
import Text

/// A function of several coordinates in Python's expression language, with its exact partial derivatives.
///
/// Coordinates are `x0`, `x1` …, the first three also `x`, `y`, `z`. Arithmetic is IEEE's, as a tensor's is: what is
/// undefined is not a number, and nothing raises.
package struct DifferentiableExpression: Sendable {
  package let text: String
  private let program: Program

  /// Compiles an expression; what is wrong with it is an `error[expression]`.
  package static func compile(
    _ text: String, dimensions: Int, at place: SourceRange, isVerbatim: Bool
  ) throws(Diagnostic) -> DifferentiableExpression {
    guard text.utf8.count <= Expression.maximumLength else {
      throw Diagnostic(.expression, "the expression is longer than \(Expression.maximumLength) bytes", at: place)
    }
    let placement = Placement(place: place, isVerbatim: isVerbatim)
    var parser = Parser(text, placement, Vocabulary(variables: [], dimensions: dimensions))
    do throws(ParserError) {
      return DifferentiableExpression(text: text, program: try parser.parse())
    } catch {
      throw error.diagnostic
    }
  }

  /// How many instructions an evaluation has.
  var length: Int { program.count }

  /// The value at a point.
  package func loss(at x: [Double]) -> Double { program.dual(at: x, along: -1).value }

  /// The partial derivatives at a point.
  package func gradient(at x: [Double], into gradient: inout [Double]) {
    for i in x.indices { gradient[i] = program.dual(at: x, along: i).slope }
  }
}
