import Text

/// What people call a schedule that the catalogue calls otherwise.
enum Jargon {
  /// Sayings without their spaces and dashes, and words of the catalogue of which one must be found in their place.
  private static let meanings: [(said: [String], meant: [String])] = [
    (["onecycle", "1cycle", "superconvergence"], ["onecycle"]),
    (["trapezoidal"], ["trapezoid", "wsd", "warmupstabledecay"]),
    (["cyclical", "clr"], ["cyclic"]),
    (["sgdr"], ["sgdr", "warmrestarts", "restarts"]),
    (["decay", "decays", "decaying"], ["decay", "fall", "anneal", "drop", "change"]),
    (["stepdecay"], ["steplr", "multistep", ".step", "stepparam", "piecewise", "factorscheduler"]),
    (["cooldown"], ["cooldown", "comesdown", "wsd", "warmupstabledecay"]),
    (["warmupstabledecay"], ["wsd", "warmupstabledecay"]),
    (["inversesquareroot", "invsqrt", "rsqrt"], ["inversesqrt", "inversesquareroot", "rsqrt", "noam"]),
    (["restarts", "restart"], ["restart", "again", "sgdr"]),
    (["yolo", "yolov3", "yolov4"], ["yolo", "darknet"]),
    (["hf"], ["huggingface"]),
    (["openmmlab", "mmcv", "mmdetection", "mmdet", "mmsegmentation"], ["mmengine"]),
    (["flax"], ["optax"]),
    (["mosaic", "llmfoundry"], ["mosaicml"]),
    (["gptneox", "neox"], ["gptneox"]),
  ]

  /// Words that say nothing beside others: “cosine with warm-up”, “a schedule for GPT”.
  private static let fillers = ["a", "and", "for", "of", "the", "to", "with", "schedule", "scheduler"]

  /// For each word or saying of a search, what may be found in its place; the longest saying is meant.
  static func alternatives(to words: [String]) -> [[String]] {
    let telling = words.filter { !fillers.contains($0) }
    var rest = (telling.isEmpty ? words : telling)[...]
    var found: [[String]] = []
    while let first = rest.first {
      let longest = (1...min(3, rest.count)).reversed()
      let saying = longest.lazy.compactMap { count in
        meanings.first { $0.said.contains(rest.prefix(count).joined()) }.map { (count, $0.meant) }
      }.first
      found.append(saying?.1 ?? [first])
      rest = rest.dropFirst(saying?.0 ?? 1)
    }
    return found
  }
}
