import Text

/// Every kind of scheduler there is, by family.
package enum Catalogue {
  /// The families, in the order in which they are listed.
  package static var families: [Family] {
    [
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
  }

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

  /// The family of a name.
  package static func family(named name: String) -> Family? {
    families.first { $0.isCalled(name) }
  }

  /// The kind that a name means.
  package static func kind(named name: String) -> Kind? {
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

  /// The name that was probably meant.
  package static func nearest(to name: String) -> String? {
    // A name behind a family means one of that family.
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
    }
    // A name without its framework's prefix is right already.
    if let unprefixed = kinds.first(where: { $0.isCalledBarely(name.behindLastDot) }) { return unprefixed.fullName }
    return Nearest.match(for: name, among: kinds.flatMap { [$0.fullName, $0.typedName] })
  }
}
