import Diagnostics

extension Fairseq {
  /// The epochs of a run, counted from 1, for schedulers that are stepped every update.
  struct Epochs: Sendable {
    private var length: Int?

    mutating func adopt(_ run: RunLength) { length = run.perEpoch }

    /// The epoch that an update belongs to; all to the first where nobody knows how long an epoch is.
    func epoch(of update: Int) -> Int { length.map { update / max(1, $0) + 1 } ?? 1 }

    /// Whether an update is the first of its epoch.
    func begin(at update: Int) -> Bool { update == 0 || length.map { update % max(1, $0) == 0 } ?? false }

    /// Refuses a schedule by epochs where nobody knows how long they are.
    func require(for parameter: String) throws(Diagnostic) {
      if length == nil {
        throw Diagnostic(
          .value, "“\(parameter)” needs the length of an epoch, which no run tells", of: parameter,
          hint: "give “epochs”")
      }
    }
  }
}
