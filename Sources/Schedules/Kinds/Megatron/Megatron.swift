extension Family {
  static let megatron = Family(name: "megatron", title: "Megatron-LM and GPT-NeoX", interval: .step, resumes: .megatron)
  { Megatron.kinds }
}

/// The schedulers of Megatron-LM (`megatron.core`, 0.16.1) and of its child GPT-NeoX.
enum Megatron {
  static let kinds: [Kind] = [
    OptimizerParamScheduler.kind,
    AnnealingLR.kind,
  ]
}
