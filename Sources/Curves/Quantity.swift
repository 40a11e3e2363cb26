import Schedules

extension Curve {
  /// What a column holds: how files and people call it, and where its values come from.
  package enum Quantity: Sendable, Hashable {
    case lr
    /// The rate that a resumed run would have, had it been made by its new schedule from the beginning; and that of the old
    /// schedule, had it not been interrupted.
    case planned, before
    case momentum, beta1, weightDecay
    /// A hyper-parameter of the file's `quantities`, by its name there.
    case other(String)
    case loss, metric

    /// Those that are read from param groups, in the order of their columns.
    static let ofGroups: [Quantity] = [.lr, .momentum, .beta1, .weightDecay]

    /// What a scheduler may drive in every param group, in the order of the columns; beta1 is the momentum of an optimizer
    /// that has betas.
    static func driven(by stepper: Stepper) -> [Quantity] {
      let drives = stepper.drives
      var driven = [Quantity.lr]
      if drives.contains(.momentum) { driven.append(stepper.optimizer.usesBetas ? .beta1 : .momentum) }
      if drives.contains(.weightDecay) { driven.append(.weightDecay) }
      return driven
    }

    /// What it is called in the heading of a column.
    package var name: String {
      switch self {
      case .lr: "lr"
      case .planned: "planned"
      case .before: "before"
      case .momentum: "momentum"
      case .beta1: "beta1"
      case .weightDecay: "weight_decay"
      case .other(let name): name
      case .loss: "loss"
      case .metric: "metric"
      }
    }

    /// What people call it, in the middle of a sentence.
    package var title: String {
      switch self {
      case .lr: "learning rate"
      case .planned: "planned rate"
      case .before: "rate without the interruption"
      case .weightDecay: "weight decay"
      case .other(let name): name.split(separator: "_").joined(separator: " ")
      case .momentum, .beta1, .loss, .metric: name
      }
    }

    /// The subject of a sentence.
    package var subject: String {
      switch self {
      case .lr: "The learning rate"
      case .planned, .before: "The \(title)"
      case .momentum: "The momentum"
      case .beta1: "Beta1"
      case .weightDecay: "Weight decay"
      case .other: "The \(title)"
      case .loss: "The loss"
      case .metric: "The metric"
      }
    }

    /// Where its panel and its columns stand among the others.
    package var order: Int {
      switch self {
      case .lr: 0
      case .planned, .before: 1
      case .momentum: 2
      case .beta1: 3
      case .weightDecay: 4
      case .other: 5
      case .loss: 6
      case .metric: 7
      }
    }

    /// Its value in a param group; `nil` where groups have no such thing.
    @inline(__always)
    func value(in group: ParamGroup) -> Double? {
      switch self {
      case .lr, .planned, .before: group.lr
      case .momentum, .beta1: group.drivenMomentum
      case .weightDecay: group.weightDecay
      case .other, .loss, .metric: nil
      }
    }
  }
}
