import Schedules
import Testing
import Text

@testable import Curves

@Suite struct CurveCSVTests {
  @Test func `is a header and a line for each row`() throws {
    let curve = try curve(#"{"epochs": 3, "scheduler": {"type": "ExponentialLR", "gamma": 0.5}}"#)
    #expect(curve.csv.whole.text == "step,epoch,lr\n0,0,0.1\n1,1,0.05\n2,2,0.025\n")
  }

  @Test(arguments: [
    (#"{}"#, "step,epoch,lr"),
    (#"{"param_groups": [{"name": "all"}]}"#, "step,epoch,lr"),
    (#"{"param_groups": [{"name": "backbone"}, {"name": "head"}]}"#, "step,epoch,lr.backbone,lr.head"),
    (#"{"param_groups": [{}, {"name": "head"}, {}]}"#, "step,epoch,lr.0,lr.head,lr.2"),
    (#"{"param_groups": [{"name": "a,b"}, {"name": "c"}]}"#, #"step,epoch,"lr.a,b",lr.c"#),
    (#"{"param_groups": [{"name": "say \"a\""}, {"name": "c"}]}"#, #"step,epoch,"lr.say ""a""",lr.c"#),
    (#"{"param_groups": [{"name": "two words"}, {"name": "ü"}]}"#, "step,epoch,lr.two words,lr.ü"),
  ])
  func `heads rates by group`(optimizer: String, header: String) throws {
    let curve = try curve(
      #"{"epochs": 1, "optimizer": \#(optimizer), "scheduler": {"type": "StepLR", "step_size": 1}}"#)
    #expect(curve.csv.whole.text.split(separator: "\n").first.map(String.init) == header)
  }

  @Test func `quotes a name with a line end`() throws {
    let groups = #"[{"name": "a\nb"}, {"name": "c\rd"}]"#
    let curve = try curve(
      #"{"epochs": 1, "optimizer": {"param_groups": \#(groups)}, "scheduler": {"type": "StepLR", "step_size": 1}}"#)
    #expect(curve.csv.whole.text.hasPrefix("step,epoch,\"lr.a\nb\",\"lr.c\rd\"\n"))
  }

  @Test(arguments: [
    (#"{"type": "SGD"}"#, "step,epoch,lr,momentum,metric"),
    (#"{"type": "Adam"}"#, "step,epoch,lr,beta1,metric"),
    (
      #"{"type": "Adam", "param_groups": [{"name": "a"}, {}]}"#,
      "step,epoch,lr.a,lr.1,beta1.a,beta1.1,metric"
    ),
  ])
  func `puts what is driven after the rates, and the metric last`(optimizer: String, header: String) throws {
    let scheduler = #"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10}"#
    let curve = try curve(#"{"epochs": 1, "optimizer": \#(optimizer), "scheduler": \#(scheduler), "metric": 1}"#)
    #expect(curve.csv.whole.text.split(separator: "\n").first.map(String.init) == header)
  }

  @Test func `counts steps and epochs`() throws {
    let curve = try curve(
      #"{"epochs": 2, "steps_per_epoch": 3, "scheduler": {"type": "ExponentialLR", "gamma": 0.5}}"#)
    #expect(curve.csv.whole.text == "step,epoch,lr\n0,0,0.1\n1,0,0.1\n2,0,0.1\n3,1,0.05\n4,1,0.05\n5,1,0.05\n")
  }

  @Test func `leaves the last metric blank when there is none`() throws {
    let curve = try curve(
      #"{"epochs": 2, "steps_per_epoch": 2, "scheduler": {"type": "ReduceLROnPlateau"}, "metric": {"values": [0.5]}}"#)
    #expect(curve.csv.whole.text == "step,epoch,lr,metric\n0,0,0.1,0.5\n1,0,0.1,0.5\n2,1,0.1,\n3,1,0.1,\n")
  }

  @Test func `writes the shortest decimals that read back`() throws {
    let function =
      "1e-6 if epoch == 0 else 0.3 if epoch == 1 else -0.0 if epoch == 2 else 1e16 if epoch == 3 else 1 / 3"
    let curve = try curve(
      #"{"epochs": 5, "optimizer": {"lr": 0.1}, "scheduler": {"type": "LambdaLR", "lr_lambda": "\#(function)"}}"#)
    let cells = curve.csv.whole.text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").last.map(String.init)
    }
    #expect(cells == ["1e-07", "0.03", "0.0", "1000000000000000.0", "0.03333333333333333"])
  }

  @Test func `comes in pieces of whole lines`() throws {
    let curve = try curve(#"{"epochs": 20000, "scheduler": {"type": "ExponentialLR", "gamma": 0.999}}"#)
    let pieces = Array(curve.csv)
    #expect(pieces.count > 5)
    #expect(pieces.allSatisfy { $0.last == 0x0A && $0.count < Pieces.length + 1024 })
    let rates = curve.columns[0].values
    let expected = rates.indices.map { "\($0),\($0),\(rates[$0])\n" }.joined()
    #expect(curve.csv.whole.text == "step,epoch,lr\n" + expected)
  }
}
