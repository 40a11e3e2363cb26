import Text

/// Every kind of scheduler there is, by family.
package enum Catalogue {
  /// The families, in the order in which they are listed.
  package static let families: [Family] = [
    .torch,
    .shapes,
    .warmup,
    .transformers,
    .diffusers,
    .axolotl,
    .timm,
    .optax,
    .keras,
    .tf,
    .mmengine,
    .mmcv,
    .deepspeed,
    .megatron,
    .torchtitan,
    .nemo,
    .fairseq,
    .paddle,
    .mxnet,
    .fastai,
    .composer,
    .fvcore,
    .detectron2,
    .darknet,
    .ultralytics,
    .caffe,
  ]

  /// Every kind, family by family.
  package static var kinds: [Kind] { families.flatMap(\.kinds) }

  /// Schedulers that follow each other, as `--then` makes them.
  package static var sequence: Kind { SequentialLR.kind }
  /// Schedulers that are stepped together, as `--and` makes them.
  package static var chain: Kind { ChainedScheduler.kind }
  /// The rise that `--warmup` puts in front.
  package static var linear: Kind { LinearLR.kind }

  /// A factor that is a function of the step, as a branch's decay is written.
  package static var function: Kind { LambdaLR.kind }

  /// The family with a given name.
  package static func family(named name: String) -> Family? {
    families.first { $0.isCalled(name) }
  }

  /// The kind that a name means.
  package static func kind(named typed: String) -> Kind? {
    // TensorFlow's Keras is Keras, and nothing of TensorFlow 1.
    let name = typed.begins(with: "tf.keras.") ? typed.dropping(first: 3) : typed
    for family in families {
      // Kinds of a family are made only when the name may be one of theirs.
      guard let bare = family.bare(name) else { continue }
      if let kind = family.kinds.first(where: { $0.isCalledBarely(bare) }) { return kind }
    }
    // What no path and no number looks like may be a name that a kind has elsewhere; all must be made to find out.
    guard let first = name.utf8.first, first.isLetter, name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x5F })
    else { return nil }
    return kinds.first { $0.isAlsoCalled(name) }
  }

  /// The kind that people have in mind with a name that no library has.
  package static func colloquial(_ name: String) -> String? {
    switch name.folded {
    case "1cycle", "onecyclepolicy", "superconvergence": "onecycle"
    case "triangular", "triangular2", "exprange", "clr", "cyclical": "cyclic"
    case "rsqrt", "invsqrt", "inversesquareroot", "inversesqrtdecay": "inverse-sqrt"
    case "reduceonplateau", "reducelr", "lronplateau", "reducelrplateau": "plateau"
    case "cosinehardrestarts", "cosinerestarts", "cosineannealingrestarts", "warmrestarts": "warm-restarts"
    case "stepdecay", "stepwise": "step"
    case "expdecay", "exponentialdecay": "exponential"
    case "polydecay", "polynomialdecay": "polynomial"
    case "lrrangetest", "lrfind": "range-test"
    default: nil
    }
  }

  /// The kinds that have a name after their library’s, or after the module that it stands in: `CosineDecay`, also as
  /// `schedules.CosineDecay`, and `linear_schedule_with_warmup`.
  package static func named(_ name: String) -> [String] {
    // What has a library’s prefix means that one.
    if let prefix = name.parts(between: ".").first, prefix.utf8.count < name.utf8.count, family(named: prefix) != nil {
      return []
    }
    let bare = name.behindLastDot
    let names = kinds.filter { $0.name.isFolded(equalTo: bare) || $0.isAlsoCalled(bare) }.map(\.fullName)
    if names.isEmpty, let whole = kind(named: "get_\(bare)") { return [whole.fullName] }
    return names
  }

  /// Where the kinds are listed among which a name should be.
  package static func listing(for name: String) -> String {
    let prefix = name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) }
    guard let family = prefix.flatMap(Catalogue.family) else { return "`lrplot kinds` lists the kinds" }
    return "`lrplot help \(family.name)` lists its kinds"
  }

  /// The name that was probably meant.
  package static func nearest(to name: String) -> String? {
    if let colloquial = colloquial(name) { return colloquial }
    // A name after a family means one of that family.
    if let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let prefix = String(name[..<dot])
      let meant = Nearest.match(for: prefix, among: families.map(\.name))
      let family = families.first { $0.isCalled(prefix) } ?? families.first { $0.name == meant }
      if let family,
        let own = Nearest.match(
          for: "\(family.name).\(name.behindLastDot)", among: family.kinds.flatMap { [$0.fullName, $0.typedName] })
      {
        return own
      }
      // One of another family would hardly do.
      if family?.isCalled(prefix) == true { return nil }
    }
    // A name without its framework's prefix is right already.
    if let unprefixed = kinds.first(where: { $0.isCalledBarely(name.behindLastDot) }) { return unprefixed.fullName }
    return Nearest.match(for: name, among: kinds.flatMap { [$0.fullName, $0.typedName] })
  }
}
