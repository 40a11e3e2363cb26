import Testing

@testable import Schedules

@Suite struct CatalogueRenamedTests {
  @Test(arguments: [
    ("get_constant_schedule", "transformers.constant"),
    ("get_constant_schedule_with_warmup", "transformers.constant_with_warmup"),
    ("get_linear_schedule_with_warmup", "transformers.linear"),
    ("get_cosine_schedule_with_warmup", "transformers.cosine"),
    ("get_cosine_with_hard_restarts_schedule_with_warmup", "transformers.cosine_with_restarts"),
    ("get_cosine_with_min_lr_schedule_with_warmup", "transformers.cosine_with_min_lr"),
    ("get_cosine_with_min_lr_schedule_with_warmup_lr_rate", "transformers.cosine_warmup_with_min_lr"),
    ("get_polynomial_decay_schedule_with_warmup", "transformers.polynomial"),
    ("get_inverse_sqrt_schedule", "transformers.inverse_sqrt"),
    ("get_wsd_schedule", "transformers.warmup_stable_decay"),
    ("get_reduce_on_plateau_schedule", "transformers.reduce_lr_on_plateau"), ("hf.linear", "transformers.linear"),
    ("huggingface.cosine", "transformers.cosine"),
  ])
  func `knows kinds by their names elsewhere`(name: String, expected: String) {
    #expect(Catalogue.renamed(name) == expected)
  }

  @Test(arguments: ["get_nothing", "hf.nothing", "cosine", ""])
  func `leaves other names alone`(name: String) { #expect(Catalogue.renamed(name) == nil) }
}
