import Schedules
import Testing

/// What expressions mean, in examples that can be checked by eye; `ExpressionReferenceTests` has the many.
@Suite struct ExpressionTests {
  @Test(
    arguments: [
      ("-2**2", -4), ("2**-1", 0.5), ("2**3**2", 512), ("-2**-2", -0.25), ("2 * -3", -6), ("--3", 3), ("+-3", -3),
      ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("100 / 10 / 5", 2), ("7 // 2 * 2", 6), ("7 % 4 % 2", 1),
      ("1 if 0 else 2 if 0 else 3", 3), ("1 if 1 else 2 if 0 else 3", 1), ("0 or 0 if 1 else 5", 0),
      ("1 or 0 and 0", 1),
      ("not 1 == 2", 1), ("not 0 and 0", 0), ("not not 5", 1), ("1 < 2 == 2", 1), ("1 - 1 < 1", 1),
    ] as [(String, Double)])
  func `precedence and associativity are Python's`(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("1.", 1), (".5", 0.5), ("1e-3", 0.001), ("1E3", 1000), ("1_000", 1000), ("1_0.2_5", 10.25), ("00", 0),
      ("0_0", 0),
      ("01.5", 1.5), ("01e1", 10), ("1.e2", 100), (".5e1", 5), ("0.1", 0.1), ("1if 1else 2", 1), ("0or 3", 3),
      ("100000000000000000000000", 1e23), ("min(1e400, 2)", 2), ("1e-400", 0),
    ] as [(String, Double)])
  func `numbers are written as in Python`(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("1 < 2 < 3", 1), ("1 < 3 < 2", 0), ("3 > 2 > 1 > 0", 1), ("1 == 1 != 2", 1), ("5 > epoch < 20", 0),
      ("2 < 1 < 1 / 0", 0), ("0 and 1 / 0", 0), ("3 or 1 / 0", 3), ("1 if 1 else 1 / 0", 1), ("1 / 0 if 0 else 2", 2),
      ("2 and 3", 3), ("0 or 4", 4), ("0 and 5", 0), ("0 or 0 or 7", 7), ("1 and 2 and 0 and 1 / 0", 0),
      ("1 or 1 / 0 if 1 else 1 / 0", 1), ("(1 < 2) + (1 < 2)", 2), ("True + True", 2), ("False", 0),
    ] as [(String, Double)])
  func `what is not asked is not evaluated, and and, or give an operand`(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("7 // 2", 3), ("-7 // 2", -4), ("7 // -2", -4), ("-7 % 3", 2), ("7 % -3", -2), ("5.5 % -2", -0.5),
      ("1 // 0.1", 9),
      ("1 % 0.1", 0.09999999999999995), ("6 // 0.1", 59), ("-0.5 // 1", -1), ("1e300 // 1e-300", .infinity),
    ] as [(String, Double)])
  func `floor division and modulo go towards minus infinity`(text: String, expected: Double) throws {
    // min keeps an infinite intermediate out of the result, which may not be one.
    #expect(try value("min(\(text), 1e308)") == min(expected, 1e308))
  }

  @Test(
    arguments: [
      ("round(0.5)", 0), ("round(1.5)", 2), ("round(2.5)", 2), ("round(2.675, 2)", 2.67), ("round(0.125, 2)", 0.12),
      ("round(0.375, 2)", 0.38), ("round(1.005, 2)", 1), ("round(1234.5, -2)", 1200), ("round(1250, -2)", 1200),
      ("round(1350, -2)", 1400), ("round(5e-324, 22)", 0), ("round(1e300, 22)", 1e300), ("round(0.1, 22)", 0.1),
      ("round(4503599627370495.5, 0)", 4503599627370496), ("round(9007199254740993, 0)", 9007199254740992),
      ("round(-2.5, 0)", -2), ("floor(-0.5)", -1), ("ceil(0.5)", 1), ("abs(-3)", 3),
    ] as [(String, Double)])
  func `rounding is to the even neighbour of the exact value`(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test func `an integer in Python is never a negative zero`() throws {
    for text in ["ceil(-0.5)", "round(-0.5)", "round(-0.2)", "floor(-0.0)"] {
      #expect(try value(text).sign == .plus, "\(text)")
    }
    #expect(try value("round(-0.2, 0)").sign == .minus)
  }

  @Test(
    arguments: [
      ("min(3, 1, 2)", 1), ("max(3, 1, 2, 9, 4)", 9), ("pow(2, 10)", 1024), ("log(8, 2)", 3), ("log2(8)", 3),
      ("log10(1000)", 3), ("sqrt(16)", 4), ("exp(0)", 1), ("sin(0)", 0), ("cos(0)", 1), ("tan(0)", 0), ("tanh(0)", 0),
      ("min(1, 2,)", 1), ("math.cos(0)", 1), ("np.cos(0)", 1), ("numpy . exp(0)", 1), ("cos(math.pi)", -1), ("pi", .pi),
      ("log(e)", 1), ("log(math.e)", 1), ("math.floor(epoch / 5)", 2), ("np.round(2.5)", 2), ("max (1,\n 2)", 2),
    ] as [(String, Double)])
  func `functions and constants have Python's names, with or without a module`(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("epoch", 12), ("step", 12), ("x", 12), ("lambda epoch: epoch", 12), ("lambda e: e", 12),
      ("lambda pi: 2 * pi", 24),
      ("lambda _: 0.9", 0.9), ("lambda it : it // 5", 2), ("  lambda\tn:n**2 ", 144), ("lambda math: math + 1", 13),
      ("lambda e: math.floor(math.e) + e", 14), ("lambda min: min", 12),
    ] as [(String, Double)])
  func `the variable is the epoch, by any name a lambda gives it`(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test func `an expression is compiled once and evaluated often`() throws {
    let expression = try compiled("0.5 * (1 + cos(pi * epoch / 90)) if epoch < 90 else 0")
    #expect(expression.text.hasPrefix("0.5"))
    #expect(try expression.value(at: 0) == 1)
    #expect(try abs(expression.value(at: 45) - 0.5) < 1e-15)
    #expect(try expression.value(at: 90) == 0)
    #expect(try expression.value(at: 0.5) < 1)
  }
}
