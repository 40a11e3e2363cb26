import Text

/// A form in which verdicts are reported.
protocol Report {
  /// What is printed at once for a verdict, in its turn.
  mutating func text(of verdict: Verdict) -> String
  /// What is printed when everything is known.
  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes
}
