import Diagnostics

extension Fastai {
  /// Goes along two half cosines, the second where the first ends.
  struct CombinedCos: Annealer {
    private let stitched: Stitched<SchedCos>

    /// From `start` to `middle` in the part `first`, then to `end`.
    init(first: Double, start: Double, middle: Double, end: Double, of name: String = "pct") throws(Diagnostic) {
      stitched = try Stitched(
        [first, 1 - first], [SchedCos(start: start, end: middle), SchedCos(start: middle, end: end)], of: name)
    }

    static let kind = Kind(
      "combined_cos", short: "combined-cos", .fastai,
      "Goes along half a cosine from start to middle, and along another to end.",
      formula: """
        lr = start + (1 + cos π(1 − p/pct))·(middle − start)/2 up to p = pct, then
        middle + (1 + cos π(1 − (p − pct)/(1 − pct)))·(end − middle)/2, p = t/N
        """,
      differs: """
        middle is at the batch that is the first at pct·N or later, where torch's OneCycleLR has it at pct·N − 1; end is never \
        reached.
        """,
      source: "fastai.callback.schedule.combined_cos, 2.8.12",
      example: #"{"pct": 0.25, "start": 0.004, "middle": 0.1, "end": 1e-06}"#
    ) {
      Declaration(
        Parameter<Double>("pct", "The part of the training that goes to middle."),
        Parameter<Double>("start", "The first value."),
        Parameter<Double>("middle", "The value at pct."),
        Parameter<Double>("end", "The value at position 1, which a training does not reach.")
      ) { (first, start, middle, end) throws(Diagnostic) in
        Annealing(try CombinedCos(first: first, start: start, middle: middle, end: end))
      }
    }

    func value(at position: Double) -> Double {
      let place = stitched.place(of: position)
      return place.piece.value(at: place.position)
    }

    var stretches: [(start: Double, label: String)] { Array(zip(stitched.starts, ["first", "second"])) }
  }
}
