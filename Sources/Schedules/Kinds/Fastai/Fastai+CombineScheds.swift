import Diagnostics

extension Fastai {
  /// Puts scheds one behind the other, each over its part of the training.
  struct CombineScheds: Annealer {
    private let stitched: Stitched<(label: String, annealer: any Annealer)>
    let stretches: [(start: Double, label: String)]

    private init(parts: [Double], children: Children) throws(Diagnostic) {
      var pieces: [(label: String, annealer: any Annealer)] = []
      for node in children.nodes {
        guard let annealer = (node.scheduler as? any Following)?.annealer else {
          throw Diagnostic(
            .value, "combine_scheds puts fastai's scheds together, and \(node.name) is none", at: node.range,
            hint: "fastai.SchedCos is one; SequentialLR takes any scheduler")
        }
        pieces.append((node.label, annealer))
      }
      stitched = try Stitched(parts, pieces, of: "pcts")
      stretches = zip(stitched.starts, pieces).map { ($0, $1.label) }
    }

    static let kind = Kind(
      "combine_scheds", short: "combine", .fastai,
      "Puts scheds one behind the other, each over its part of the training.",
      formula: "lr = schedᵢ((p − Pᵢ)/pctsᵢ), Pᵢ the sum of the parts before it, p = t/N",
      differs: """
        The milestones are parts of the run, and each sched gives absolute rates. fastai finds its place in single precision, \
        so one may begin a batch late; the parts must be 1 in sum to the bit.
        """,
      source: "fastai.callback.schedule.combine_scheds, 2.8.12",
      example: """
        {"pcts": [0.3, 0.7], "scheds": [{"type": "fastai.SchedLin", "start": 0, "end": 0.1}, \
        {"type": "fastai.SchedCos", "start": 0.1, "end": 0}]}
        """
    ) {
      Declaration(
        Parameter<[Double]>("pcts", "The part of the training that each has; 1 in sum."),
        Parameter<Children>("scheds", "The scheds, in order.")
      ) { (parts, children) throws(Diagnostic) in
        Annealing(try CombineScheds(parts: parts, children: children))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double {
      let place = stitched.place(of: position)
      return try place.piece.annealer.value(at: place.position)
    }
  }
}

extension Fastai.Following {
  fileprivate var annealer: (any Fastai.Annealer)? { policy as? any Fastai.Annealer }
}
