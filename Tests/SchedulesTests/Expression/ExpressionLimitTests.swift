import Diagnostics
import Foundation
import Schedules
import TestSupport
import Testing

/// Nothing that fits into a file, however hostile, may do worse than a diagnostic.
@Suite struct ExpressionLimitTests {
  @Test func `a hundred levels are enough for anybody, and the next is refused`() throws {
    func nested(_ open: String, _ close: String, _ count: Int) -> String {
      String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
    }
    for (open, close) in [
      ("(", ")"), ("-", ""), ("not ", ""), ("abs(", ")"), ("1+(", ")"), ("2 if 0 else ", ""), ("1**", ""),
    ] {
      #expect(throws: Never.self, "\(open)") { try value(nested(open, close, 100)) }
      let error = #expect(throws: Diagnostic.self, "\(open)") { try compiled(nested(open, close, 101)) }
      #expect(error?.message == "the expression is nested deeper than 100", "\(open)")
    }
  }

  @Test(arguments: [
    "(", "-", "+", "~", "not ", "2**", "1 if ", "1 if 1 else ", "abs(", "min(1,", "1<", "1<1+1*(", ")", "1 and ", "1,",
    "[",
    "lambda x:", "math.", "1e", "_", "9", "é", "\u{1F600}", "\"", "1 or not ",
  ])
  func `bombs are refused`(piece: String) {
    for length in [100, 101, 1000, 4000, 4096, 5000] {
      let text = String(String(repeating: piece, count: length).prefix(4096))
      // Just that it comes back; a row of digits is a number, after all.
      _ = try? compiled(text).value(at: 1)
    }
  }

  @Test func `long chains are no nesting`() throws {
    let sum = Array(repeating: "epoch", count: 600).joined(separator: "+")
    #expect(try value(sum, at: 1) == 600)
    let arguments = Array(repeating: "epoch", count: 600).joined(separator: ",")
    #expect(try value("max(\(arguments))", at: 3) == 3)
    #expect(try value(Array(repeating: "1", count: 2000).joined(separator: "<")) == 0)
  }

  @Test func `more numbers at once than the stack takes are refused`() {
    let text = String(repeating: "1<1+1*(", count: 60) + "1" + String(repeating: ")", count: 60)
    #expect(
      complaint(text).hasSuffix("expression: the expression needs more than 128 numbers at once; nest less deeply"))
  }

  @Test func `4096 bytes are the most`() throws {
    #expect(try value("1" + String(repeating: " ", count: 4095)) == 1)
    #expect(complaint("1" + String(repeating: " ", count: 4096)).hasSuffix("the expression is longer than 4096 bytes"))
  }

  @Test func `deep expressions compile on the small stack of a secondary thread`() {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      for piece in ["max(1,(1<1+1*1**", "abs(", "(", "1 if 1 else ", "not ("] {
        _ = try? compiled(String(repeating: piece, count: 200))
      }
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
  }

  @Test func `no mutation of a good expression traps`() {
    var random = Random(seed: 7)
    let seeds = [
      "0.5 * (1 + cos(pi * epoch / 90)) if epoch < 90 else 0", "lambda e: 0.95 ** (e // 30) and not e > 1_000.5e-3",
      "min(1, 2, max(-x, +step)) % round(2.675, 2) != math.log(8, 2) or 1 <= 2 < 3",
    ].map { Array($0.utf8) }
    let pieces = [
      "(", ")", "**", "if", "else", " not ", ",", "1e", ".", "_", "\u{0}", "é", "math.", "lambda ", "<", "0", "-",
    ]
    for _ in 0..<20000 {
      let good = seeds[random.below(seeds.count)]
      let bytes = random.damaged(good, changes: 1 + random.below(6), pieces)
      let expression = try? compiled(String(decoding: bytes, as: UTF8.self))
      for epoch in [0, 1.5, -7, 1e308, .infinity, .nan] { _ = try? expression?.value(at: epoch) }
    }
  }
}
