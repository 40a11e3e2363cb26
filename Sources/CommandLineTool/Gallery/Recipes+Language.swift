// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let language: [Recipe] = [
    Recipe(
      "language/alpaca",
      #"""
      {
        "title": "Alpaca: LLaMA 7B fine-tuned with transformers",
        "description": "Three epochs of 52,002 instructions: 3 % of warm-up, then half a cosine to zero.",
        "source": "github.com/tatsu-lab/stanford_alpaca: batch 128, learning rate 2e-5, 3 epochs, --warmup_ratio 0.03, --lr_scheduler_type cosine",
        "$comment": "406 updates an epoch: 3251 batches of 4 × 4 instructions, eight of them accumulated, the rest dropped. Warm-up ⌈0.03 · 1218⌉ = 37 updates.",
        "$lint": ["zero-start"],
        "epochs": 3,
        "steps_per_epoch": 406,
        "optimizer": { "type": "AdamW", "lr": 2e-5, "weight_decay": 0.0 },
        "scheduler": { "type": "transformers.cosine", "num_warmup_steps": 37 }
      }

      """#),
    Recipe(
      "language/bert",
      #"""
      {
        "title": "BERT pre-training",
        "description": "10,000 updates of warm-up, then a line to zero at a million.",
        "source": "Devlin et al. 2018, arXiv:1810.04805, appendix A.2; github.com/google-research/bert, optimization.py",
        "$comment": "As the code has it: the line counts from update 0, so the rate drops by 1 % where the warm-up ends.",
        "$lint": ["zero-start"],
        "steps": 1000000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "AdamW", "lr": 0.0001, "eps": 1e-6 },
        "scheduler": { "type": "LambdaLR", "interval": "step", "lr_lambda": "step / 10000 if step < 10000 else 1 - step / 1000000" }
      }

      """#),
    Recipe(
      "language/bloom-176b",
      #"""
      {
        "title": "BLOOM 176B with Megatron",
        "description": "A warm-up of 183,105 samples, a cosine to a tenth over 200 million, and 20 million more at that.",
        "source": "Le Scao et al. 2022, arXiv:2211.05100; github.com/bigscience-workshop/bigscience, train/tr11-176B-ml: lr 6e-5, min-lr 6e-6, lr-decay-samples 200,000,000, lr-warmup-samples 183,105, rampup-batch-size 192 16 9,765,625, 220 million samples of 2048 tokens",
        "$comment": "The batch grows from 192 to 2048 over 9.8 million samples, so the warm-up takes 910 updates, and the 220 million samples 115,312.",
        "$lint": ["zero-start", "early-end"],
        "steps": 115312,
        "rows": { "every": 100 },
        "batch": { "samples": 2048, "tokens_per_sample": 2048, "ramp": { "start": 192, "increment": 16, "samples": 9765625 } },
        "optimizer": { "type": "Adam", "lr": 6e-5, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": {
          "type": "megatron.OptimizerParamScheduler",
          "min_lr": 6e-6,
          "lr_warmup_samples": 183105,
          "lr_decay_samples": 200000000,
          "train_samples": 220000000,
          "lr_decay_style": "cosine"
        }
      }

      """#),
    Recipe(
      "language/chinchilla",
      #"""
      {
        "title": "Chinchilla 70B",
        "description": "A cosine to a tenth that ends exactly where the 1.4 trillion tokens do.",
        "source": "Hoffmann et al. 2022, arXiv:2203.15556, table 4 and section 3.1: the cosine’s length is the run’s, maximum rate 1e-4, decay by 10×, batches of 1.5 million tokens that double midway",
        "$comment": "Inferred: 732 sequences of 2048 tokens are the 1.5 million; the cosine goes by updates; the warm-up of 1500 is Gopher’s (arXiv:2112.11446).",
        "$lint": ["zero-start"],
        "steps": 700404,
        "rows": { "every": 1000 },
        "batch": { "samples": [[0, 732], [700000000000, 1464]], "by": "token", "tokens_per_sample": 2048 },
        "optimizer": { "type": "AdamW", "lr": 0.0001, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 700404, "warmup_steps": 1500 }
      }

      """#),
    Recipe(
      "language/deepseek-67b",
      #"""
      {
        "title": "DeepSeek LLM 67B: multi-step",
        "description": "2000 updates of warm-up to 3.2e-4, 31.6 % of it after 80 % of the tokens, and 10 % after 90 %.",
        "source": "DeepSeek-AI 2024, arXiv:2401.02954, table 2 and section 2.3",
        "$comment": "Inferred: 2 trillion tokens in batches of 4608 × 4096 are 105,963 updates.",
        "$lint": ["zero-start"],
        "steps": 105963,
        "rows": { "every": 100 },
        "batch": { "samples": 4608, "tokens_per_sample": 4096 },
        "optimizer": { "type": "AdamW", "lr": 0.00032, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": { "type": "deepseek-multistep", "total_steps": 105963, "warmup_steps": 2000 }
      }

      """#),
    Recipe(
      "language/deepseek-v3",
      #"""
      {
        "title": "DeepSeek-V3",
        "description": "Constant for 10 trillion tokens, a cosine to a tenth over 4.3, and two constant stretches more.",
        "source": "DeepSeek-AI 2024, arXiv:2412.19437, section 4.2: peak 2.2e-4, then 2.2e-5 for 333 billion tokens and 7.3e-6 for 167; 2000 updates of warm-up; batches from 3072 to 15,360 over the first 469 billion",
        "$comment": "Inferred: the batch grows by 1024 sequences of 4096 tokens at a time. The parts are the updates in which that makes 10, 4.3, 0.333 and 0.167 trillion tokens.",
        "$lint": ["zero-start"],
        "steps": 244108,
        "rows": { "every": 200 },
        "batch": {
          "samples": 15360,
          "tokens_per_sample": 4096,
          "ramp": { "start": 3072, "increment": 1024, "samples": 114501953 }
        },
        "optimizer": { "type": "AdamW", "lr": 0.00022, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": {
          "type": "deepseek-v3",
          "total_steps": 244108,
          "warmup_steps": 2000,
          "parts": [167814, 68346, 5293, 2655]
        }
      }

      """#),
    Recipe(
      "language/gpt-2-nanogpt",
      #"""
      {
        "title": "GPT-2 124M as nanoGPT trains it",
        "description": "2000 updates of warm-up to 6e-4, then half a cosine to a tenth at 600,000.",
        "source": "github.com/karpathy/nanoGPT, config/train_gpt2.py and the defaults of train.py",
        "$comment": "GPT-2’s own schedule was never published. nanoGPT follows GPT-3’s table for 125M parameters; since December 2024 its first update has 1/2001 of the peak.",
        "steps": 600000,
        "rows": { "every": 1000 },
        "batch": { "samples": 480, "tokens_per_sample": 1024 },
        "optimizer": { "type": "AdamW", "lr": 0.0006, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 600000, "warmup_steps": 2000, "warmup_from": "one_of_w_plus_1" }
      }

      """#),
    Recipe(
      "language/gpt-3",
      #"""
      {
        "title": "GPT-3 175B",
        "description": "375 million tokens of warm-up, a cosine to a tenth over 260 billion, and 40 billion more at that.",
        "source": "Brown et al. 2020, arXiv:2005.14165, table 2.1 and appendix B; Megatron-LM, README, example of GPT-3: global-batch-size 1536, rampup-batch-size 16 16 5859375",
        "$comment": "In samples of 2048 tokens, as Megatron counts: the paper’s batch grows to 3.2 million tokens over 4 to 12 billion. That the 260 billion include the warm-up is inferred.",
        "$lint": ["zero-start"],
        "steps": 111355,
        "rows": { "every": 100 },
        "batch": {
          "samples": 1536,
          "tokens_per_sample": 2048,
          "ramp": { "start": 16, "increment": 16, "samples": 5859375 }
        },
        "optimizer": { "type": "Adam", "lr": 6e-5, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": {
          "type": "megatron.OptimizerParamScheduler",
          "min_lr": 6e-6,
          "lr_warmup_samples": 183105,
          "lr_decay_samples": 126953125,
          "train_samples": 146484375,
          "lr_decay_style": "cosine"
        }
      }

      """#),
    Recipe(
      "language/llama-3-405b",
      #"""
      {
        "title": "Llama 3 405B",
        "description": "8000 updates of warm-up to 8e-5, then half a cosine to a hundredth at 1.2 million.",
        "source": "Grattafiori et al. 2024, arXiv:2407.21783, section 3.4: batches of 4, 8 and 16 million tokens",
        "$comment": "The planned horizon. The last 40 million tokens, a line to zero, are less than three updates and not shown. The batch is counted in sequences of 4096 tokens, which are 8192 long from the first growth on.",
        "$lint": ["zero-start"],
        "steps": 1200000,
        "rows": { "every": 1000 },
        "batch": {
          "samples": [[0, 1024], [252000000, 2048], [2870000000000, 4096]],
          "by": "token",
          "tokens_per_sample": 4096
        },
        "optimizer": { "type": "AdamW", "lr": 8e-5 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 1200000, "warmup_steps": 8000, "min_ratio": 0.01 }
      }

      """#),
    Recipe(
      "language/llama-65b",
      #"""
      {
        "title": "LLaMA 65B",
        "description": "2000 updates of warm-up to 1.5e-4, then half a cosine to a tenth.",
        "source": "Touvron et al. 2023, arXiv:2302.13971, table 2 and section 2.3",
        "$comment": "Inferred: 1.4 trillion tokens in batches of 4 million are 350,000 updates.",
        "$lint": ["zero-start"],
        "steps": 350000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "AdamW", "lr": 0.00015, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 350000, "warmup_steps": 2000 }
      }

      """#),
    Recipe(
      "language/megatron-gpt-2-345m",
      #"""
      {
        "title": "GPT-2 345M, Megatron-LM’s example",
        "description": "1 % of warm-up, half a cosine to 1e-5 at 320,000 updates, and 180,000 more at that.",
        "source": "github.com/NVIDIA/Megatron-LM, examples/pretrain_gpt.sh: --lr 0.00015 --min-lr 1.0e-5 --lr-decay-style cosine --lr-decay-iters 320000 --lr-warmup-fraction .01 --train-iters 500000",
        "$comment": "The warm-up is a fraction of the decay: 3200 updates.",
        "$lint": ["zero-start", "early-end"],
        "steps": 500000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "Adam", "lr": 0.00015, "weight_decay": 0.01 },
        "scheduler": {
          "type": "megatron.OptimizerParamScheduler",
          "min_lr": 1e-5,
          "lr_warmup_steps": 3200,
          "lr_decay_steps": 320000,
          "lr_decay_style": "cosine"
        }
      }

      """#),
    Recipe(
      "language/minicpm",
      #"""
      {
        "title": "MiniCPM 2.4B: warm-up, stable, decay",
        "description": "Constant for about a trillion tokens; then the rate halves every 5000 updates.",
        "source": "Hu et al. 2024, arXiv:2404.06395, section 6.2: WSD, peak 0.01, exponential decay with T = 5000 steps, batch 3.93 million tokens",
        "$comment": "Inferred: 2000 updates of warm-up, 260,000 until the decay (1 trillion tokens), and 20,000 of decay, which are four halvings: min_ratio 0.5⁴.",
        "$lint": ["zero-start"],
        "steps": 280000,
        "rows": { "every": 1000 },
        "batch": { "samples": 960, "tokens_per_sample": 4096 },
        "optimizer": { "type": "AdamW", "lr": 0.01, "weight_decay": 0.1 },
        "scheduler": {
          "type": "wsd",
          "total_steps": 280000,
          "warmup_steps": 2000,
          "decay_steps": 20000,
          "decay": "exponential",
          "min_ratio": 0.0625
        }
      }

      """#),
    Recipe(
      "language/modded-nanogpt",
      #"""
      {
        "title": "modded-nanoGPT: the trapezoid of the speedrun",
        "description": "No warm-up, flat, and the last 1450 of 5100 updates along a line to zero.",
        "source": "github.com/KellerJordan/modded-nanogpt, train_gpt2.py of October 2024: num_iterations 5100, warmup_iters 0, warmdown_iters 1450, learning_rate 0.0036",
        "$comment": "Two optimizers: AdamW for the head, Muon at a tenth of its rate for everything else; one shape for both.",
        "steps": 5100,
        "rows": { "every": 10 },
        "batch": { "samples": 512, "tokens_per_sample": 1024 },
        "optimizer": {
          "type": "AdamW",
          "lr": 0.0036,
          "betas": [0.9, 0.95],
          "weight_decay": 0.0,
          "param_groups": [{ "name": "head" }, { "name": "hidden", "type": "Muon", "lr": 0.00036, "momentum": 0.95 }]
        },
        "scheduler": { "type": "trapezoid", "total_steps": 5100, "decay_steps": 1450 }
      }

      """#),
    Recipe(
      "language/olmo-7b",
      #"""
      {
        "title": "OLMo 7B",
        "description": "5000 updates of warm-up from a tenth, then a line back to a tenth.",
        "source": "Groeneveld et al. 2024, arXiv:2402.00838; github.com/allenai/OLMo, configs/official/OLMo-7B.yaml: linear_with_warmup, t_warmup 5000, alpha_f 0.1, learning_rate 3e-4",
        "$comment": "Inferred: 2 trillion tokens in batches of 2048 × 2048 are 476,837 updates; OLMo’s warm-up starts at a tenth unless told otherwise.",
        "steps": 476837,
        "rows": { "every": 1000 },
        "batch": { "samples": 2048, "tokens_per_sample": 2048 },
        "optimizer": { "type": "AdamW", "lr": 0.0003, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": { "type": "linear-to-zero", "total_steps": 476837, "warmup_steps": 5000, "start_ratio": 0.1, "min_ratio": 0.1 }
      }

      """#),
    Recipe(
      "language/palm",
      #"""
      {
        "title": "PaLM 540B",
        "description": "Adafactor at 0.01 for 10,000 updates, then one over the square root of the update.",
        "source": "Chowdhery et al. 2022, arXiv:2204.02311, section 5",
        "$comment": "1/√k at update k is 0.01·√(10,000/k). 255,000 updates.",
        "steps": 255000,
        "rows": { "every": 1000 },
        "batch": { "samples": [[0, 512], [50000, 1024], [115000, 2048]], "tokens_per_sample": 2048 },
        "optimizer": { "type": "Adafactor", "lr": 0.01 },
        "scheduler": { "type": "inverse-sqrt", "hold_steps": 10000, "timescale": 10000 }
      }

      """#),
    Recipe(
      "language/pythia-12b",
      #"""
      {
        "title": "Pythia 12B",
        "description": "1 % of warm-up, then half a cosine to a tenth at 143,000 updates.",
        "source": "Biderman et al. 2023, arXiv:2304.01373, table 1; github.com/EleutherAI/pythia, models/: train-iters and lr-decay-iters 143000, warmup 0.01, min_lr a tenth",
        "$lint": ["zero-start"],
        "steps": 143000,
        "rows": { "every": 500 },
        "batch": { "samples": 1024, "tokens_per_sample": 2048 },
        "optimizer": { "type": "Adam", "lr": 0.00012, "betas": [0.9, 0.95], "weight_decay": 0.1 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 143000, "warmup_steps": 1430 }
      }

      """#),
    Recipe(
      "language/roberta-base",
      #"""
      {
        "title": "RoBERTa, base",
        "description": "24,000 updates of warm-up to 6e-4, then a line to zero at 500,000.",
        "source": "Liu et al. 2019, arXiv:1907.11692, table 9",
        "$comment": "Batch 8192; fairseq’s polynomial_decay with power 1.",
        "$lint": ["zero-start"],
        "steps": 500000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "Adam", "lr": 0.0006, "betas": [0.9, 0.98], "eps": 1e-6, "weight_decay": 0.01 },
        "scheduler": { "type": "linear-to-zero", "total_steps": 500000, "warmup_steps": 24000 }
      }

      """#),
    Recipe(
      "language/smollm2",
      #"""
      {
        "title": "SmolLM2 1.7B: WSD over 11 trillion tokens",
        "description": "2000 updates of warm-up, constant until 10 trillion tokens, and a line to zero in the last one.",
        "source": "Allal et al. 2025, arXiv:2502.02737, sections 4.1 and 4.5: WSD, 2000 steps of warm-up, peak 5e-4, linear decay over the last 10 %",
        "$comment": "Inferred: 11 trillion tokens in batches of 2 million are 5.5 million updates.",
        "$lint": ["zero-start"],
        "steps": 5500000,
        "rows": { "every": 4000 },
        "optimizer": { "type": "AdamW", "lr": 0.0005, "betas": [0.9, 0.95] },
        "scheduler": { "type": "wsd", "total_steps": 5500000, "warmup_steps": 2000, "decay_steps": 550000, "decay": "linear" }
      }

      """#),
    Recipe(
      "language/t5",
      #"""
      {
        "title": "T5 pre-training",
        "description": "One over the square root of the update, and 0.01 for the first 10,000.",
        "source": "Raffel et al. 2019, arXiv:1910.10683, section 3.1.2: 1/√max(n, k) with k = 10⁴, 2¹⁹ updates",
        "$comment": "2¹⁹ = 524,288 updates.",
        "steps": 524288,
        "rows": { "every": 1000 },
        "batch": { "samples": 128, "tokens_per_sample": 512 },
        "optimizer": { "type": "Adafactor", "lr": 0.01 },
        "scheduler": { "type": "inverse-sqrt", "hold_steps": 10000, "timescale": 10000 }
      }

      """#),
    Recipe(
      "language/transformer-base",
      #"""
      {
        "title": "The Transformer, base model",
        "description": "Up along a line for 4000 updates, then down with the inverse square root: “Noam”.",
        "source": "Vaswani et al. 2017, arXiv:1706.03762, section 5.3: d_model 512, warmup_steps 4000, 100,000 steps",
        "$comment": "The paper’s equation 3, whose step_num is 1 at the first update.",
        "steps": 100000,
        "rows": { "every": 100 },
        "optimizer": { "type": "Adam", "betas": [0.9, 0.98], "eps": 1e-9 },
        "scheduler": { "type": "noam", "d_model": 512, "warmup_steps": 4000 }
      }

      """#),
    Recipe(
      "language/ulmfit",
      #"""
      {
        "title": "ULMFiT: slanted triangles for fine-tuning",
        "description": "A tenth of the run up to 0.01, and nine tenths down to a 32nd of it.",
        "source": "Howard & Ruder 2018, arXiv:1801.06146, section 3.2: cut_frac 0.1, ratio 32, maximum 0.01",
        "$comment": "The paper gives the shape; 1000 updates stand for a run of any length.",
        "steps": 1000,
        "optimizer": { "type": "Adam", "lr": 0.01, "betas": [0.7, 0.99] },
        "scheduler": { "type": "slanted-triangular", "total_steps": 1000, "cut_frac": 0.1, "ratio": 32 }
      }

      """#),
  ]
}
