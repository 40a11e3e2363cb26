import Testing

/// Every complaint points at what it is about and says what to do.
@Suite struct ExpressionErrorTests {
  @Test(arguments: [
    ("epohc + 1", "^^^^^ expression: there is no “epohc”; did you mean “epoch”?"),
    ("2 * coss(epoch)", "    ^^^^ expression: there is no “coss”; did you mean “cos”?"),
    ("np.power(2, 3)", "   ^^^^^ expression: there is no “power”; did you mean “pow”?"),
    ("lambda it: epoch", "           ^^^^^ expression: there is no “epoch”; the variable is “it”"),
    ("lr * 2", "^^ expression: there is no “lr”; the variable is “epoch”"),
    ("None", "^^^^ expression: “None” is not a number"),
    ("1 if epoch in x else 2", "           ^^ expression: “in” is Python, but no part of an expression here"),
    ("math.inf", "     ^^^ expression: there is no “inf”; the variable is “epoch”"),
    ("math", "^^^^ expression: “math” is not a number; write “math.” and the name of a function"),
    ("math.", "     ^ expression: expected a name after “math.”"),
    ("epoch.real", "     ^ expression: a number has no attributes"),
    ("cos", "^^^ expression: “cos” is a function; call it: cos(…)"),
  ])
  func `names`(text: String, complaint expected: String) {
    #expect(complaint(text) == "\(text)\n\(expected)")
  }

  @Test(arguments: [
    ("min(1)", "^^^ expression: “min” takes two or more arguments, not 1"),
    ("max()", "^^^ expression: “max” takes two or more arguments, not 0"),
    ("pow(1, 2, 3)", "^^^ expression: “pow” takes two arguments, not 3"),
    ("math.log(1, 2, 3)", "     ^^^ expression: “log” takes one or two arguments, not 3"),
    ("1 + sqrt(1, 2)", "    ^^^^ expression: “sqrt” takes one argument, not 2"),
    ("round()", "^^^^^ expression: “round” takes one or two arguments, not 0"),
    ("round(1, ndigits=2)", "                ^ expression: “=” has no meaning in an expression; equality is “==”"),
    ("min(*x)", "    ^ expression: expected a value, found “*”; “*” and “/” need a value on both sides"),
    ("min(1,,2)", "      ^ expression: expected a value, found “,”"),
    ("min(,)", "    ^ expression: expected a value, found “,”"),
  ])
  func `calls`(text: String, complaint expected: String) {
    #expect(complaint(text) == "\(text)\n\(expected)")
  }

  @Test(arguments: [
    ("epoch ^ 2", "      ^ expression: “^” has no meaning in an expression; power is “**”"),
    ("1 && 2", "  ^^ expression: “&&” has no meaning in an expression; write “and”"),
    ("1 || 2", "  ^^ expression: “||” has no meaning in an expression; write “or”"),
    ("!epoch", "^ expression: “!” has no meaning in an expression; write “not”"),
    ("x ? 1 : 2", "  ^ expression: “?” has no meaning in an expression; write “a if condition else b”"),
    ("x = 2", "  ^ expression: “=” has no meaning in an expression; equality is “==”"),
    ("x === 2", "    ^ expression: “=” has no meaning in an expression; equality is “==”"),
    ("x <> 2", "  ^^ expression: “<>” has no meaning in an expression; write “!=”"),
    ("x => 2", "  ^^ expression: “=>” has no meaning in an expression; write “>=”"),
    ("(y := 2)", "   ^^ expression: “:=” has no meaning in an expression; equality is “==”"),
    ("x << 2", "  ^^ expression: “<<” has no meaning in an expression; write “* 2**n”"),
    ("'1'", "^ expression: “'” has no meaning in an expression; there are no strings, only numbers"),
    ("[1, 2][0]", "^ expression: “[” has no meaning in an expression; only round parentheses group"),
    ("1 # one", "  ^ expression: “#” has no meaning in an expression; there are no comments; use a “$comment” key"),
    ("2 × x", "  ^ expression: “×” has no meaning in an expression; multiplication is “*”"),
    ("“x”", "^ expression: ““” has no meaning in an expression"),
    (" é", " ^ expression: “é” has no meaning in an expression"),
    ("1 + 😀", "    ^ expression: “😀” has no meaning in an expression"),
    ("1 \0", "  ^ expression: “\0” has no meaning in an expression"),
    ("$", "^ expression: “$” has no meaning in an expression"),
  ])
  func `signs of other languages`(text: String, complaint expected: String) {
    #expect(complaint(text) == "\(text)\n\(expected)")
  }

  @Test(arguments: [
    ("", "^ expression: the expression is empty; write a number"),
    ("   ", "   ^ expression: the expression is empty; write a number"),
    ("1 +", "   ^ expression: expected a value, found the end of the expression"),
    ("* 2", "^ expression: expected a value, found “*”; “*” and “/” need a value on both sides"),
    ("1 + not 2", "    ^^^ expression: expected a value, found “not”; put “not …” in parentheses"),
    ("(1 + 2", "^ expression: “(” is never closed"),
    ("min(1, (2)", "   ^ expression: “(” is never closed"),
    ("1 + 2)", "     ^ expression: “)” closes nothing"),
    ("()", " ^ expression: expected a value, found “)”"),
    ("0,95", " ^ expression: “,” outside a call; a decimal point is “.”"),
    ("(1, 2)", "  ^ expression: “,” outside a call; a decimal point is “.”"),
    ("2 epoch", "  ^^^^^ expression: expected an operator before “epoch”; write “*” to multiply"),
    ("(2) 3", "    ^ expression: expected an operator before “3”; write “*” to multiply"),
    ("1 2", "  ^ expression: expected an operator before “2”; write “*” to multiply"),
    ("1 if 2", "  ^^ expression: “if” without “else”; write “a if condition else b”"),
    ("(1 if 2)", "   ^^ expression: “if” without “else”; write “a if condition else b”"),
    ("1 else 2", "  ^^^^ expression: “else” without “if”; write “a if condition else b”"),
    ("1 not in 2", "  ^^^ expression: “not in” compares no numbers"),
    ("x is 2", "  ^^ expression: “is” is Python, but no part of an expression here"),
    ("1 : 2", "  ^ expression: expected an operator, found “:”"),
    (
      "1 + lambda x: x",
      "    ^^^^^^ expression: expected a value, found “lambda”; “lambda” is allowed only at the very start"
    ),
    (
      "(lambda x: x)",
      " ^^^^^^ expression: expected a value, found “lambda”; “lambda” is allowed only at the very start"
    ),
    ("lambda: 1", "      ^ expression: “lambda” takes the name of one variable; write “lambda epoch: …”"),
    ("lambda x, y: 1", "        ^ expression: expected “:” after “lambda x”, found “,”; there is just one variable"),
    ("lambda True: 1", "       ^^^^ expression: “lambda” takes the name of one variable; write “lambda epoch: …”"),
    ("lambda x", "        ^ expression: expected “:” after “lambda x”, found the end of the expression"),
    ("lambda x:", "         ^ expression: expected a value, found the end of the expression"),
  ])
  func `grammar`(text: String, complaint expected: String) {
    #expect(complaint(text) == "\(text)\n\(expected)")
  }

  @Test(arguments: [
    ("2(3)", " ^ expression: only a function can be called"), ("x(3)", " ^ expression: only a function can be called"),
    ("(1)(2)", "   ^ expression: only a function can be called"),
    ("pi(1)", "  ^ expression: only a function can be called"),
    ("lambda min: min(1, 2)", "               ^ expression: only a function can be called"),
  ])
  func `only functions are called, and the hint lists them`(text: String, complaint expected: String) {
    let found = complaint(text)
    #expect(found.hasPrefix("\(text)\n\(expected); write “*” to multiply, or one of min max abs pow"), "\(found)")
  }

  @Test(arguments: [
    ("01", "^^ expression: “01” starts with a zero; write “1”"),
    ("1 + 0_07", "    ^^^^ expression: “0_07” starts with a zero; write “7”"),
    ("0x1F", "^^^^ expression: “0x1F” is not a number; numbers are decimal"),
    ("1j", "^^ expression: “1j” is not a number; there are no complex numbers"),
    ("1e", "^^ expression: “1e” is not a number; digits come after the “e”"),
    ("1e+", "^^ expression: “1e” is not a number; digits come after the “e”"),
    ("1__0", "^^^^ expression: “1__0” is not a number; an underscore must be between two digits"),
    ("1_", "^^ expression: “1_” is not a number; an underscore must be between two digits"),
    ("2epoch", "^^^^^^ expression: “2epoch” is not a number; write “2 * epoch” to multiply"),
    (".", "^ expression: expected a value, found “.”; digits come after a “.” that starts a number"),
    ("1._5", "^^^^ expression: “1._5” is not a number; an underscore must be between two digits"),
    ("1.5.2", "   ^^ expression: expected an operator before “.2”; write “*” to multiply"),
  ])
  func `numbers`(text: String, complaint expected: String) {
    #expect(complaint(text) == "\(text)\n\(expected)")
  }
}
