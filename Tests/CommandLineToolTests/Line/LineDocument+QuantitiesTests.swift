import Testing

@testable import CommandLineTool

/// `--quantity NAME:VALUE KIND` behind all other kinds.
@Suite struct LineDocumentQuantitiesTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func csv(_ line: String) -> String {
    world.run(line.split(separator: " ").map(String.init) + ["-f", "csv"]).output
  }

  @Test func `is driven by a kind with options of its own`() {
    #expect(
      csv("step --step-size 2 --epochs 4 --quantity weight_decay:0.5 step --step-size 1 --gamma 0.5") == """
        step,epoch,lr,weight_decay
        0,0,0.1,0.5
        1,1,0.1,0.25
        2,2,0.010000000000000002,0.125
        3,3,0.010000000000000002,0.0625

        """)
  }

  @Test func `may be several, each a chain with an interval of its own`() {
    let line =
      "step --step-size 1 --epochs 2 --steps-per-epoch 2 --quantity a:1 exponential --gamma 0.5 --interval step "
      + "--quantity b:8 linear --start-factor 0.5 --total-iters 1 --then exponential --gamma 0.5"
    #expect(
      csv(line) == """
        step,epoch,lr,a,b
        0,0,0.1,1.0,4.0
        1,0,0.1,0.5,4.0
        2,1,0.010000000000000002,0.25,8.0
        3,1,0.010000000000000002,0.125,8.0

        """)
  }

  @Test func `begins with the optimizer's own value unless another is given`() {
    #expect(
      csv("step --step-size 9 --epochs 1 --quantity momentum step --step-size 1") == """
        step,epoch,lr,momentum
        0,0,0.1,0.9

        """)
    #expect(world.run("step", "--step-size", "9", "--quantity", "temperature", "step", "--step-size", "1").status == 2)
  }

  @Test func `is what all curves of a line have`() {
    #expect(
      csv("step --step-size 9 --epochs 1 --vs exponential --gamma 1 --quantity a:2 step --step-size 1")
        == "step,epoch,step:lr,step:a,exponential:lr,exponential:a\n0,0,0.1,2.0,0.1,2.0\n")
  }

  @Test(arguments: [
    ("--quantity a:1 step", "“--quantity” comes after a kind"),
    ("cosine --tmax 3 --quantity a:1 --tmax 4", "“a:1” needs a kind that drives it"),
    ("cosine --tmax 3 --quantity a:1", "“a:1” needs a kind that drives it"),
    ("cosine --tmax 3 --quantity a:b cosine --tmax 3", "“--quantity” must be a number, not “b”"),
    ("cosine --tmax 3 --quantity a:1 cosine --tmax 3 --vs step --step-size 1", "“--vs” comes before “--quantity”"),
    ("cosine --tmax 3 --sweep quantity=a,b", "“quantity” cannot be swept"),
    ("cosine --tmax 3 --quantity lr:1 cosine --tmax 3", "“lr” is not a quantity of its own"),
  ])
  func `is refused where it makes no sense`(line: String, message: String) {
    let ended = world.run(line.split(separator: " ").map(String.init))
    #expect(ended.status == 2)
    #expect(ended.error.contains(message), "\(ended.error)")
  }
}
