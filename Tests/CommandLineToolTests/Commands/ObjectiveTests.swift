import Foundation
import Testing

@testable import CommandLineTool

/// Objectives on the line, in pictures, and in words.
@Suite struct ObjectiveTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func losses(_ words: String...) -> [String] {
    let ended = world.run(words + ["-f", "csv"])
    let rows = ended.output.split(separator: "\n").dropFirst()
    return rows.map { String($0.split(separator: ",", omittingEmptySubsequences: false).last ?? "") }
  }

  @Test func `the line takes an objective with its parameters`() {
    let losses = losses(
      "constant", "--factor", "1", "--epochs", "4", "--lr", "0.2", "--momentum", "0", "--objective",
      "quadratic:a=4,start=2")
    #expect(losses == ["16.0", "5.760000000000002", "2.073600000000001", "0.7464960000000006"])
  }

  @Test func `lists and expressions are parameters, too`() {
    let bowl = losses(
      "cosine", "--tmax", "5", "--objective", "quadratic:a=[4,1],start=[2,1]", "--optimizer", "Adam")
    #expect(bowl.first == "17.0" && bowl.count == 5)
    let expression = losses("cosine", "--tmax", "5", "--objective", "expression:f=4*x**2,start=2")
    #expect(expression.first == "16.0")
  }

  @Test func `gradients are clipped by flags`() {
    let clipped = losses(
      "constant", "--factor", "1", "--epochs", "2", "--lr", "0.5", "--momentum", "0", "--objective", "quadratic",
      "--clip-value", "1")
    #expect(clipped == ["16.0", "9.0"])
    let ended = world.run("cosine", "--tmax", "5", "--clip-norm", "1")
    #expect(ended.status == 2 && ended.error.contains("“--clip-norm” clips the gradients of an objective"))
  }

  @Test func `a plateau watches the loss it causes, whose panel stands once`() {
    let line = [
      "plateau", "--patience", "1", "--epochs", "4", "--lr", "0.3", "--momentum", "0", "--objective", "quadratic",
      "--metric", "loss",
    ]
    let rows = world.run(line + ["-f", "csv"]).output.split(separator: "\n")
    #expect(rows.first == "step,epoch,lr,loss,metric")
    #expect(rows.last?.hasPrefix("3,3,0.03") == true, "it came down: \(rows.last ?? "")")
    let picture = world.run(line).output
    #expect(picture.contains(">loss<") && !picture.contains(">metric<"))
  }

  @Test func `the picture says which curves diverge, and which are at 0`() {
    let picture = world.run(
      "constant", "--factor", "1", "--epochs", "300", "--momentum", "0", "--objective", "quadratic", "--sweep",
      "lr=1,0.125,0.1"
    ).output
    #expect(picture.contains("lr=1, diverges at step"))
    #expect(picture.contains("lr=0.125, 0 from step 1 on"))
  }

  @Test func `what diverges leaves its cells empty and ends well`() {
    let ended = world.run(
      "constant", "--factor", "1", "--epochs", "300", "--lr", "1", "--momentum", "0", "--objective", "quadratic", "-f",
      "json")
    #expect(ended.status == 0 && ended.output.contains("null"))
  }

  @Test func `explain tells the losses and the critical rate`() throws {
    let line = [
      "explain", "constant", "--factor", "1", "--epochs", "5", "--lr", "0.125", "--momentum", "0", "--objective",
      "quadratic",
    ]
    let text = world.run(line).output
    #expect(text.contains("critical rate") && text.contains("0.25") && text.contains("after the last update"))
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(world.run(line + ["--format", "json"]).output.utf8)) as? [String: Any])
    let files = try #require(report["files"] as? [[String: Any]])
    let series = try #require(files[0]["series"] as? [[String: Any]])
    let loss = try #require(series.first { $0["quantity"] as? String == "loss" })
    #expect(loss["critical_rate"] as? Double == 0.25 && loss["behind"] as? Double == 0)
    #expect(loss["divergence"] is NSNull)
  }

  @Test func `a law says that it predicts, and where it means nothing`() {
    let line = ["cosine", "--tmax", "50", "--objective", "annealing:preset=tissue"]
    #expect(world.run(line).output.contains("predicted loss: annealing law, tissue"))
    let text = world.run(["explain"] + line).output
    #expect(text.contains("outside the range of the fit") && text.contains("0.02"))
  }

  @Test func `a range test is reported with fastai’s suggestions`() {
    let text = world.run(
      "explain", "range-test", "--total-steps", "100", "--optimizer", "SGD", "--objective", "quadratic"
    ).output
    #expect(text.contains("after 93 steps") && text.contains("no advice for a network"))
  }

  @Test(arguments: [
    ("quadratik", "error[kind]: unknown objective “quadratik”"),
    ("quadratic:b=1", "has no parameter “b”"),
    ("quadratic:a", "“a” is not name=value"),
    ("rosenbrock:start=[1,2,3]", "2 are needed"),
    ("expression:f=x+y,start=1", "there is no “y”"),
    ("annealing:preset=mpl-4m", "must be “tissue”"),
  ])
  func `what is wrong with an objective is reported`(objective: String, message: String) {
    let ended = world.run("cosine", "--tmax", "5", "--objective", objective)
    #expect(ended.status == 2 && ended.output.isEmpty)
    #expect(ended.error.contains(message), "\(ended.error)")
  }

  @Test func `fit prints the constants as an objective, and refuses a constant rate`() throws {
    let law = "annealing:L0=2.4,A=0.6,alpha=0.5,C=0.5"
    func log(_ kind: [String]) -> String {
      world.run(kind + ["--lr", "0.0003", "--objective", law, "-f", "csv"]).output
    }
    try world.sandbox.write(log(["cosine", "--tmax", "300"]), to: "log.csv")
    let ended = world.run("fit", "log.csv")
    #expect(ended.status == 0 && ended.error.contains("residual"))
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: [String: Any]])
    let objective = try #require(report["objective"])
    #expect(abs((objective["L0"] as? Double ?? 0) - 2.4) < 1e-3 && objective["type"] as? String == "annealing")
    try world.sandbox.write(log(["constant", "--factor", "1", "--epochs", "300"]), to: "flat.csv")
    let refused = world.run("fit", "flat.csv")
    #expect(refused.status == 2 && refused.error.contains("does not determine C"))
  }
}
