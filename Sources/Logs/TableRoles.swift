import Text

/// What the columns of a log in separated values are, by their headings.
struct TableRoles {
  let form: LogForm
  let step: Int
  /// Whether the step is an epoch.
  let countsEpochs: Bool
  let rates: [Int]

  /// Every form that a table with such headings may have: one, as a rule.
  static func forms(of headings: [String]) -> [LogForm] {
    let names = headings.map(\.lowercasedASCII)
    func has(_ name: String) -> Bool { names.contains { $0.isSame(as: name) } }
    guard headings.count > 1, !headings.contains(where: { $0.utf8.contains { "{}|=".utf8.contains($0) } }) else {
      return []
    }
    if has("wall time"), has("step"), has("value") { return [.tensorboard] }
    if names.contains(where: { $0.ends(with: "__min") }) || headings.dropFirst().contains(where: { $0.holds(" - ") }) {
      return [.wandb]
    }
    let isRate = headings.map(ColumnHeading.isRate)
    guard isRate.contains(true) else { return [] }
    if has("epoch"), names.contains(where: { $0.begins(with: "lr/pg") || $0.begins(with: "x/lr") }) {
      return [.ultralytics]
    }
    if has("step"), names.contains(where: { $0.begins(with: "lr-") }) { return [.lightning] }
    if names.contains(where: ColumnHeading.isStep) { return [.csv] }
    guard has("epoch") else { return [] }
    if names.contains(where: { $0.begins(with: "eval_") }) { return [.timm] }
    return has("loss") || names.contains(where: { $0.begins(with: "val_") }) ? [.keras] : [.csv]
  }

  /// The columns that a form needs; `nil` where they are not there.
  init?(_ form: LogForm, _ headings: [String], wanted: String?) {
    self.form = form
    let names = headings.map(\.lowercasedASCII)
    func place(_ name: String) -> Int? { names.firstIndex { $0.isSame(as: name) } }
    let step: Int?
    switch form {
    case .wandb: step = headings.isEmpty ? nil : 0
    case .ultralytics, .keras, .timm: step = place("epoch")
    default: step = place("step") ?? names.firstIndex(where: ColumnHeading.isStep) ?? place("epoch")
    }
    guard let step else { return nil }
    self.step = step
    countsEpochs = names[step].isSame(as: "epoch")
    var rates: [Int]
    if let wanted {
      rates = headings.indices.filter { headings[$0].isSame(as: wanted) }
      if rates.isEmpty { rates = headings.indices.filter { names[$0].isFolded(equalTo: wanted) } }
      // The metric of every run.
      if rates.isEmpty, form == .wandb {
        rates = headings.indices.filter { ColumnHeading.metric(headings[$0]).isSame(as: wanted) }
      }
    } else if form == .tensorboard {
      rates = place("value").map { [$0] } ?? []
    } else {
      rates = headings.indices.filter { ColumnHeading.isRate(headings[$0]) }
      if form == .lightning, rates.contains(where: { names[$0].begins(with: "lr-") }) {
        rates.removeAll { !names[$0].begins(with: "lr-") }
      }
    }
    rates.removeAll { $0 == step }
    guard !rates.isEmpty else { return nil }
    self.rates = rates
  }
}

/// What a heading says.
enum ColumnHeading {
  /// What W&B puts after the name of the run.
  static func metric(_ heading: String) -> String {
    let bytes = Bytes(heading.utf8)
    guard bytes.count > 3 else { return heading }
    for start in stride(from: bytes.count - 3, through: 0, by: -1)
    where bytes[start] == 0x20 && bytes[start + 1] == UInt8(ascii: "-") && bytes[start + 2] == 0x20 {
      return Bytes(bytes[(start + 3)...]).text
    }
    return heading
  }

  /// Whether a column counts updates; names are in lower case.
  static func isStep(_ name: String) -> Bool {
    let last = name.parts(between: "/").last ?? name
    return ["step", "globalstep", "iteration", "iter", "update", "updates", "numupdates", "batch"].contains {
      last.isFolded(equalTo: $0)
    }
  }

  /// Whether a column holds a learning rate: `lr`, `train/learning_rate`, `lr-Adam/pg1`, `x/lr0`, `run - lr`.
  static func isRate(_ heading: String) -> Bool {
    let name = metric(heading).lowercasedASCII
    if ["momentum", "weight_decay", "__min", "__max"].contains(where: { name.ends(with: $0) }) { return false }
    return name.parts(between: "/").flatMap { $0.parts(between: ":") }.contains { part in
      ["lr", "learning_rate", "learning-rate", "learning rate", "learningrate"].contains { word in
        guard part.begins(with: word) else { return false }
        let next = part.utf8.dropFirst(word.utf8.count).first
        return next.map { !$0.isLetter } ?? true
      }
    }
  }
}
