import Charts
import Diagnostics

extension World {
  /// A diagnostic whose own words the locale can show.
  func readable(_ problem: Diagnostic) -> Diagnostic {
    guard !terminal.isUnicode else { return problem }
    return problem.saying(readable(problem.message), hint: problem.hint.map(readable))
  }

  /// A message or a page of help as the locale can show it: with plain quotes where its encoding is not UTF-8.
  func readable(_ text: String) -> String {
    guard !terminal.isUnicode else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“", "”": plain.append("\"")
      case "‘", "’": plain.append("'")
      case "…": plain.append(contentsOf: "...".unicodeScalars)
      case "–", "−": plain.append("-")
      case "×": plain.append("x")
      case "·": plain.append("*")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
