import Curves
import Diagnostics
import Testing
import Text

@Suite struct GoldenReaderTests {
  /// A golden, or `line:column: message` of what is wrong with it.
  private func read(_ text: String) -> (golden: Golden?, problem: String) {
    let source = Source(name: "x.csv", bytes: Bytes(text.utf8))
    do throws(Diagnostic) {
      return (try Golden.read(source), "")
    } catch {
      #expect(error.code == .golden)
      let place = source.position(of: error.range?.lower ?? -1)
      return (nil, "\(place.line):\(place.column): \(error.message)")
    }
  }

  @Test func `what a curve writes is read back to the bit`() throws {
    let curve = try curve(
      #"""
      {"epochs": 7, "steps_per_epoch": 3, "optimizer": {"type": "Adam", "param_groups": [{"name": "a,\"b\""}, {}]},
       "scheduler": {"type": "OneCycleLR", "max_lr": 0.1, "total_steps": 21}, "metric": {"values": [1, 2, 3, 4, 5, 6]}}
      """#)
    let golden = try #require(read(curve.csv.whole.text).golden)
    #expect(golden.rowCount == 21)
    #expect(golden.columns.map(\.heading) == curve.columns.map(\.heading))
    for (column, actual) in zip(golden.columns, curve.columns) {
      #expect(column.values.elementsEqual(actual.values) { $0 == $1 || $0.isNaN && $1.isNaN })
    }
    #expect(golden.difference(from: curve, tolerance: .exact) == nil)
  }

  @Test(arguments: [
    "step,epoch,lr\n0,0,0.1\n1,1,1e-07\n", "\u{FEFF}step,epoch,lr\r\n0,0,.1\r\n1,1,1E-7\r\n",
    "\n\"step\",\"epoch\",\"lr\"\n\n0, 0, 0.10\n1,1,+1.0e-7\n\n", "step,epoch,lr\n0,0,0.1\n1,1,1e-07",
  ])
  func `other writers’ habits are no differences`(text: String) throws {
    let golden = try #require(read(text).golden)
    #expect(golden["lr"]?.values == [0.1, 1e-7])
  }

  @Test(arguments: [
    ("", "1:1: the golden is empty"), ("\n\n", "1:1: the golden is empty"),
    ("golden", "1:1: a golden begins with the columns “step” and “epoch”"),
    ("step", "1:1: a golden begins with the columns “step” and “epoch”"),
    ("step,lr\n0,0.1\n", "1:6: a golden begins with the columns “step” and “epoch”"),
    ("\u{0}\u{1}PNG,\n,,", "1:1: a golden begins with the columns “step” and “epoch”"),
    ("step,epoch,lr,lr\n0,0,1,1\n", "1:15: the column “lr” is given twice"),
    ("step,epoch,lr\n0,0,0.1\n1,1\n", "3:1: the row has 2 cells, and there are 3 columns"),
    ("step,epoch,lr\n0,0,0.1\n1,1,2,3\n", "3:7: the row has more cells than there are columns"),
    ("step,epoch,lr\n0,0,0.1\n1,1,fast\n", "3:5: “fast” is not a finite number"),
    ("step,epoch,lr\n0,0,nan\n", "2:5: “nan” is not a finite number"),
    ("step,epoch,lr\n0,0,1e999\n", "2:5: “1e999” is not a finite number"),
    ("step,epoch,lr\n0,0,0x1p3\n", "2:5: “0x1p3” is not a finite number"),
    ("step,epoch,lr\n,0,1\n", "2:1: a number is missing"),
    ("step,epoch,lr\n<<<<<<< HEAD\n0,0,1\n", "2:1: “<<<<<<< HEAD” is not a finite number"),
  ])
  func `garbage is refused where it stands`(text: String, problem: String) {
    #expect(read(text).problem == problem)
  }

  @Test func `endless columns are refused before they fill the memory`() {
    let text = "step,epoch" + (0..<100_001).map { ",c\($0)" }.joined()
    #expect(read(text).problem.hasSuffix("there are too many columns"))
  }

  @Test func `no bytes make it trap`() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Bytes("step,epoch,lr\n\r0.1e-\"\u{FEFF}é\t ".utf8) + [0, 255]
    for _ in 0..<2000 {
      let bytes = Bytes("step,epoch,lr\n0,0,".utf8) + (0..<20).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = try? Golden.read(Source(name: "x.csv", bytes: bytes))
      _ = try? Golden.read(Source(name: "x.csv", bytes: Bytes(bytes.shuffled(using: &random))))
    }
  }
}
