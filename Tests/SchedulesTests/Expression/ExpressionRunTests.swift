import Diagnostics
import Schedules
import Testing
import Text

/// What fails while it is evaluated names what failed and when.
@Suite struct ExpressionRunTests {
  @Test(arguments: [
    ("1 / (epoch - 12)", "  ^ run: division by zero at epoch 12"),
    ("1 // 0", "  ^^ run: division by zero at epoch 12"),
    ("epoch % 0", "      ^ run: division by zero at epoch 12"),
    ("log(2, 1)", "^^^ run: division by zero at epoch 12"),
    ("0 ** -1", "  ^^ run: zero to a negative power at epoch 12"),
    ("pow(0, -1)", "^^^ run: zero to a negative power at epoch 12"),
    ("(-8) ** (1 / 3)", "     ^^ run: (-8.0) ** 0.3333333333333333 is not a real number at epoch 12"),
    ("10 ** 400", "   ^^ run: overflow of ** at epoch 12"),
    ("1 + exp(1000)", "    ^^^ run: overflow of exp at epoch 12"),
    ("math.sqrt(-1)", "     ^^^^ run: sqrt(-1.0) is undefined at epoch 12"),
    ("log(0)", "^^^ run: log(0.0) is undefined at epoch 12"),
    ("log(-1, 2)", "^^^ run: log(-1.0) is undefined at epoch 12"),
    ("log2(-1)", "^^^^ run: log2(-1.0) is undefined at epoch 12"),
    ("log10(12 - epoch)", "^^^^^ run: log10(0.0) is undefined at epoch 12"),
    ("cos(1e999)", "^^^ run: cos(inf) is undefined at epoch 12"),
    ("floor(1e999)", "^^^^^ run: floor(inf) is undefined at epoch 12"),
    ("round(1e999 - 1e999)", "^^^^^ run: round(nan) is undefined at epoch 12"),
    ("round(1, 0.5)", "^^^^^ run: round takes a whole number of digits, at most 22 and not 0.5, at epoch 12"),
    ("round(1, 23)", "^^^^^ run: round takes a whole number of digits, at most 22 and not 23.0, at epoch 12"),
    ("round(1.7e308, -308)", "^^^^^ run: round takes a whole number of digits, at most 22 and not -308.0, at epoch 12"),
    ("1e308 * 10", "^^^^^^^^^^ run: the result is inf at epoch 12"),
    ("1e999 - 1e999", "^^^^^^^^^^^^^ run: the result is nan at epoch 12"),
  ])
  func `what Python raises is an error that names the epoch`(text: String, complaint expected: String) {
    #expect(complaint(text) == "\(text)\n\(expected)")
  }

  @Test(
    arguments: [
      ("0 ** 0", 1), ("(1e999 - 1e999) ** 0", 1), ("1 ** 1e999", 1), ("(-1) ** 1e999", 1), ("0.5 ** 1e999", 0),
      ("1e999 ** -1", 0), ("(-2) ** 3", -8), ("2 ** -1080", 0), ("1 / (1e308 * 10)", 0), ("exp(-1e9)", 0),
      ("tanh(1e999)", 1), ("min(1, 1e999 - 1e999)", 1), ("1 < 1e999 - 1e999", 0), ("1 if 1e999 - 1e999 else 2", 1),
      ("exp(-1e999)", 0), ("1 / sqrt(1e999)", 0), ("1 / log(1e999)", 0),
    ] as [(String, Double)])
  func `what only looks dangerous has a value`(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test func `the epoch is named as it was given`() throws {
    let expression = try compiled("1 / (x - x)")
    for (epoch, name) in [(0.0, "0"), (0.5, "0.5"), (1e300, "1e+300"), (-3, "-3"), (.infinity, "inf"), (.nan, "nan")] {
      let error = try #require(throws: Diagnostic.self) { try expression.value(at: epoch) }
      let message = epoch.isFinite ? "division by zero at epoch \(name)" : "the result is nan at epoch \(name)"
      #expect(error.message == message)
    }
  }

  @Test func `a text with escapes in its source is pointed at as a whole`() throws {
    let place = SourceRange(100, 130)
    let error = try #require(throws: Diagnostic.self) {
      try Expression.compile("1 + epohc", at: place, isVerbatim: false)
    }
    #expect(error.range == place)
    let exact = try #require(throws: Diagnostic.self) {
      try Expression.compile("1 + epohc", at: place, isVerbatim: true)
    }
    #expect(exact.range == SourceRange(104, 109))
    let expression = try Expression.compile("1 / 0", at: place, isVerbatim: true)
    let failure = try #require(throws: Diagnostic.self) { try expression.value(at: 0) }
    #expect(failure.range == SourceRange(102, 103))
  }
}
