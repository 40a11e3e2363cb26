import Schedules

extension Run {
  /// A program that makes some of the rows.
  struct Leg {
    let timeline: Timeline
    let metric: Metric?
    let metricCadence: Cadence
    /// Whether the schedule watches the loss that it causes.
    let isClosedLoop: Bool

    init(_ plan: Plan, of spec: Spec) {
      timeline = spec.timeline
      metric = plan.metric
      metricCadence = plan.metricCadence
      isClosedLoop = plan.isClosedLoop
    }
  }
}
