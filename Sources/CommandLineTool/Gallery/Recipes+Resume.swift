// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let resume: [Recipe] = [
    Recipe(
      "resume/cosine-longer",
      #"""
      {
        "title": "A cosine resumed with a longer T_max",
        "description": "The checkpoint's T_max wins over the new program's: the rate is at 0 after 100 epochs, and climbs back to where it began.",
        "source": "torch.optim.lr_scheduler.CosineAnnealingLR, load_state_dict",
        "epochs": 100,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "CosineAnnealingLR", "T_max": 100 },
        "resume": { "at": 45, "restore": "state_dict", "with": { "epochs": 200, "scheduler": { "T_max": 200 } }, "$lint": ["resume-ignored", "resume-end"] }
      }

      """#),
    Recipe(
      "resume/onecycle-longer",
      #"""
      {
        "title": "One-cycle resumed with a longer total",
        "description": "The old total would end in an error, so it is set by hand; but the phases stay those of the old one, and the rate goes up and down once more.",
        "source": "torch.optim.lr_scheduler.OneCycleLR, load_state_dict",
        "epochs": 50,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "OneCycleLR", "max_lr": 0.1, "total_steps": 50 },
        "resume": {
          "at": 25,
          "restore": "state_dict",
          "with": { "epochs": 100, "scheduler": { "total_steps": 100 } },
          "after": { "scheduler.total_steps": 100 },
          "$lint": ["resume-jump", "resume-ignored", "resume-end"]
        }
      }

      """#),
    Recipe(
      "resume/same-rest",
      #"""
      {
        "title": "Stopped after 10 steps, and resumed",
        "description": "With the states of optimizer and scheduler the rest is the same, the loss included: the momentum goes on where it was.",
        "epochs": 20,
        "optimizer": { "type": "SGD", "lr": 0.05, "momentum": 0.9 },
        "objective": { "type": "quadratic", "a": 4, "start": [2] },
        "scheduler": { "type": "ExponentialLR", "gamma": 0.95 },
        "resume": { "at": 10 }
      }

      """#),
    Recipe(
      "resume/trainer-more-steps",
      #"""
      {
        "title": "The Trainer resumed with more steps",
        "description": "One update is still made at the old rate; from the next one on the rate is that of a run of 2000 steps, twice as high.",
        "source": "transformers.Trainer, resume_from_checkpoint",
        "steps": 1000,
        "rows": { "every": 10 },
        "optimizer": { "type": "AdamW", "lr": 5e-5 },
        "scheduler": { "type": "transformers.cosine", "num_warmup_steps": 100 },
        "resume": { "at": 600, "restore": "trainer", "with": { "steps": 2000 }, "$lint": ["resume-jump"] }
      }

      """#),
    Recipe(
      "resume/wsd-branch",
      #"""
      {
        "title": "A branch of a stable run",
        "description": "Warm-up and a constant rate, which go on elsewhere; here the rate decays from a checkpoint as 1 minus the square root. The moments of the optimizer are kept.",
        "source": "arXiv:2405.18392; lrplot branch --at 400 --decay 100 --shape 1-sqrt",
        "steps": 600,
        "rows": { "every": 10 },
        "optimizer": { "type": "AdamW", "lr": 3e-4 },
        "scheduler": {
          "type": "SequentialLR",
          "interval": "step",
          "milestones": [50],
          "schedulers": [{ "type": "LinearLR", "start_factor": 0.02, "total_iters": 50 }, { "type": "ConstantLR", "factor": 1.0 }]
        },
        "resume": {
          "at": "400step",
          "restore": "optimizer",
          "with": {
            "steps": 500,
            "optimizer": { "type": "AdamW", "lr": 1 },
            "scheduler": { "type": "LambdaLR", "interval": "step", "lr_lambda": "0.0003 * (1 - sqrt(min(epoch, 100) / 100))" }
          }
        }
      }

      """#),
  ]
}
