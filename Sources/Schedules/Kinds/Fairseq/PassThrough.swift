import Diagnostics

extension Fairseq {
  /// Hands every update on to the schedule that the optimizer itself brings.
  struct PassThrough: Combinator {
    var children: [Node]

    static let kind = Kind(
      "pass_through", .fairseq, "Leaves the rate to the optimizer's own schedule.",
      formula: "lr = that of lr_scheduler",
      differs: "In fairseq the optimizer has the scheduler; here it is a parameter. It is stepped every update.",
      source: "fairseq.optim.lr_scheduler.pass_through.PassThroughScheduleSchedule, 0.12.2",
      example: #"{"lr_scheduler": {"type": "cosine", "T_max": 50}}"#
    ) {
      Declaration(Parameter<Child>("lr_scheduler", "The optimizer's own scheduler.")) {
        (child) throws(Diagnostic) in PassThrough(children: [child.node])
      }
    }

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
      for index in children.indices { try children[index].start(&optimizer) }
    }

    mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
      for index in children.indices { try children[index].step(&optimizer, metric: metric) }
    }

    mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
      for index in children.indices { try children[index].initialStep(&optimizer) }
    }

    mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
      for index in children.indices { try children[index].restart(&optimizer) }
    }

    var length: Double? { children.first?.scheduler.length }
    var motion: Motion { children.first?.scheduler.motion ?? .unknown }
    var phases: [Phase] { children.first?.phases ?? [] }
  }
}
