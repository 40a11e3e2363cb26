import Testing
import Text

@testable import Curves

@Suite struct GroupsTests {
  @Test func `that are optimizers of their own have their own schedulers`() throws {
    let curve = try curve(
      #"""
      {"epochs": 4, "optimizer": {"type": "AdamW", "lr": 1, "param_groups": [
        {"name": "embed"},
        {"name": "hidden", "type": "Muon", "lr": 8, "scheduler": {"type": "exponential", "gamma": 0.5}},
        {"name": "head", "lr": 2}]},
       "scheduler": {"type": "lambda", "lr_lambda": "1 / (epoch + 1)"}}
      """#)
    #expect(
      curve.csv.whole.text == """
        step,epoch,lr.embed,lr.hidden,lr.head
        0,0,1.0,8.0,2.0
        1,1,0.5,4.0,1.0
        2,2,0.3333333333333333,2.0,0.6666666666666666
        3,3,0.25,1.0,0.5

        """)
  }

  @Test func `drive what each of their optimizers has`() throws {
    let curve = try curve(
      #"""
      {"epochs": 2, "optimizer": {"type": "AdamW", "lr": 1, "param_groups": [
        {"name": "a"}, {"name": "m", "type": "Muon", "lr": 8}]},
       "scheduler": {"type": "onecycle", "max_lr": 1, "total_steps": 9}}
      """#)
    #expect(curve.columns.map(\.heading) == ["lr.a", "lr.m", "momentum.m", "beta1.a"])
  }

  @Test func `may all have schedulers, so that the file needs none`() throws {
    let own = #""scheduler": {"type": "constant", "factor": 0.5, "total_iters": 1}"#
    let curve = try curve(
      #"{"epochs": 2, "optimizer": {"lr": 1, "param_groups": [{"name": "a", \#(own)}, {"name": "b", \#(own)}]}}"#)
    #expect(curve.columns.map(\.values) == [[0.5, 1], [0.5, 1]])
    #expect(
      refusal(#"{"optimizer": {"param_groups": [{"name": "a", \#(own)}, {"name": "b"}]}}"#).contains("no “scheduler”"))
  }

  @Test func `are as many as there are layers`() throws {
    func curve(_ layers: String, _ scheduler: String) throws -> Curve {
      let groups = #"[{"name": "block", "lr": 1, "layers": \#(layers)}, {"name": "head", "lr": 1}]"#
      return try CurvesTests.curve(
        #"{"epochs": 1, "optimizer": {"param_groups": \#(groups)}, "scheduler": \#(scheduler)}"#)
    }
    let constant = #"{"type": "constant", "factor": 1}"#
    let byRate = try curve(#"{"count": 3, "lr_decay": 0.5}"#, constant)
    #expect(byRate.columns.map(\.heading) == ["lr.block.0", "lr.block.1", "lr.block.2", "lr.head"])
    #expect(byRate.columns.map { $0.values[0] } == [0.25, 0.5, 1, 1])
    let timm = #"{"type": "timm.cosine", "t_initial": 4}"#
    #expect(try curve(#"{"count": 3, "lr_scale_decay": 0.5}"#, timm).columns.map { $0.values[0] } == [0.25, 0.5, 1, 1])
  }

  @Test(arguments: [
    (#"{"lr_scale": 0.5}"#, "no scheduler of the group uses its “lr_scale”"),
    (#"{"layers": {"count": 3, "lr_decay": 0.5}}"#, "needs a “name”"),
    (#"{"name": "a", "layers": {"count": 3}}"#, "either “lr_decay” or “lr_scale_decay”"),
    (#"{"name": "a", "layers": {"count": 3, "lr_scale_decay": 0.5}}"#, "uses its “lr_scale”"),
    (#"{"name": "a", "type": "Mun"}"#, "unknown optimizer “Mun”"),
    (#"{"name": "a", "type": "SGD", "betas": [0.9, 0.99]}"#, "has no parameter “betas”"),
  ])
  func `are refused where they say nothing that is done`(group: String, expected: String) {
    let json = #"{"optimizer": {"param_groups": [\#(group)]}, "scheduler": {"type": "constant"}}"#
    #expect(refusal(json).contains(expected), "\(refusal(json))")
  }
}
