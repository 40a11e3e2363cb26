/// What schedulers keep in a param group, or read from one, besides the values of its optimizer.
enum Extra: Int, CaseIterable {
  // What torch's one-cycle and cyclic schedulers leave for themselves and for each other.
  case maxLR, minLR, maxMomentum, baseMomentum
  /// The factor that timm's schedulers put on every rate of the group: layer-wise decay.
  case lrScale
  // A group's own weight decay for Megatron, whose factor comes last.
  case startWD, endWD, wdMult
  /// Where torch's SWALR goes.
  case swaLR
  // What MMEngine's schedulers of momentum and of other parameters leave, as they leave `initial_lr`.
  case initialMomentum, initialWeightDecay

  /// What it is called in a file; `nil` for what only schedulers write.
  var name: String? {
    switch self {
    case .maxLR: "max_lr"
    case .minLR: "min_lr"
    case .maxMomentum: "max_momentum"
    case .baseMomentum: "base_momentum"
    case .lrScale: "lr_scale"
    case .startWD: "start_wd"
    case .endWD: "end_wd"
    case .wdMult: "wd_mult"
    case .swaLR, .initialMomentum, .initialWeightDecay: nil
    }
  }

  /// The extra with a given name.
  static func named(_ name: String) -> Extra? { allCases.first { $0.name == name } }
}

extension ParamGroup {
  /// The value of an extra, if the group has it.
  subscript(_ extra: Extra) -> Double? {
    get { extras.isEmpty ? nil : extras[extra.rawValue] }
    set {
      if extras.isEmpty { extras = Array(repeating: nil, count: Extra.allCases.count) }
      extras[extra.rawValue] = newValue
    }
  }
}
