import Text

/// Every kind of scheduler there is, by family.
package enum Catalogue {
  /// The families and their kinds, in the order in which they are listed.
  package static let families: [(family: Family, kinds: [Kind])] = [
    (.torch, Torch.kinds)
  ]

  /// The kind that a name means.
  package static func kind(named name: String) -> Kind? {
    for (_, kinds) in families {
      if let kind = kinds.first(where: { $0.isCalled(name) }) { return kind }
    }
    return nil
  }

  /// The name that was probably meant.
  package static func nearest(to name: String) -> String? {
    let names = families.flatMap { family, kinds in
      kinds.flatMap { kind in
        [family.isDefault ? kind.name : "\(family.name).\(kind.name)", kind.short].compactMap { $0 }
      }
    }
    return Nearest.match(for: name, among: names)
  }
}
