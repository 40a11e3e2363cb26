// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let speech: [Recipe] = [
    Recipe(
      "speech/wav2vec2-base",
      #"""
      {
        "title": "wav2vec 2.0 base",
        "description": "32,000 updates of warm-up to 5e-4, then a line to zero at 400,000.",
        "source": "Baevski et al. 2020, arXiv:2006.11477; fairseq, examples/wav2vec/config/pretraining/wav2vec2_base_librispeech.yaml",
        "$comment": "fairseq’s polynomial_decay with power 1 and warmup_updates 32000.",
        "$lint": ["zero-start"],
        "steps": 400000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "Adam", "lr": 0.0005, "betas": [0.9, 0.98], "eps": 1e-6, "weight_decay": 0.01 },
        "scheduler": { "type": "linear-to-zero", "total_steps": 400000, "warmup_steps": 32000 }
      }

      """#),
    Recipe(
      "speech/whisper-large",
      #"""
      {
        "title": "Whisper large",
        "description": "2048 updates of warm-up to 1.75e-4, then a line to zero at 2²⁰.",
        "source": "Radford et al. 2022, arXiv:2212.04356, section 2.4 and appendix F: 1,048,576 updates, linear decay, 2048 warm-up updates",
        "$comment": "Batch 256.",
        "$lint": ["zero-start"],
        "steps": 1048576,
        "rows": { "every": 1024 },
        "optimizer": { "type": "AdamW", "lr": 0.000175, "betas": [0.9, 0.98], "eps": 1e-6, "weight_decay": 0.1 },
        "scheduler": { "type": "linear-to-zero", "total_steps": 1048576, "warmup_steps": 2048 }
      }

      """#),
  ]
}
