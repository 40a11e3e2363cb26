// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let games: [Recipe] = [
    Recipe(
      "games/alphazero",
      #"""
      {
        "title": "AlphaZero, chess and shogi",
        "description": "A rate of 0.2, and a tenth of it at 100, 300 and 500 thousand of 700 thousand steps.",
        "source": "Silver et al. 2018, Science 362:1140, and the pseudocode published with it: learning_rate_schedule",
        "$comment": "Batch 4096, momentum 0.9. Go starts at 0.02 at once.",
        "steps": 700000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "SGD", "lr": 0.2, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "MultiStepLR", "interval": "step", "milestones": [100000, 300000, 500000], "gamma": 0.1 },
        "plot": { "y": "log" }
      }

      """#)
  ]
}
