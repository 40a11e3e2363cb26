// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let detection: [Recipe] = [
    Recipe(
      "detection/deeplab-v3",
      #"""
      {
        "title": "DeepLabv3 on PASCAL VOC: “poly” (a step is 100 iterations)",
        "description": "(1 − progress) to the power of 0.9, over 30,000 iterations from 0.007.",
        "source": "Chen et al. 2017, arXiv:1706.05587, section 4.1: initial learning rate 0.007, power 0.9, 30K iterations",
        "$comment": "Batch 16.",
        "epochs": 300,
        "optimizer": { "type": "SGD", "lr": 0.007, "momentum": 0.9 },
        "scheduler": { "type": "poly", "total_steps": 300, "power": 0.9 }
      }

      """#),
    Recipe(
      "detection/detr",
      #"""
      {
        "title": "DETR: the backbone at a tenth of the transformer’s rate",
        "description": "300 epochs with one drop at 200, for both param groups.",
        "source": "Carion et al. 2020, arXiv:2005.12872; github.com/facebookresearch/detr, main.py: --lr 1e-4 --lr_backbone 1e-5 --lr_drop 200 --epochs 300",
        "epochs": 300,
        "optimizer": {
          "type": "AdamW",
          "lr": 0.0001,
          "weight_decay": 0.0001,
          "param_groups": [{ "name": "transformer" }, { "name": "backbone", "lr": 1e-5 }]
        },
        "scheduler": { "type": "StepLR", "step_size": 200 },
        "plot": { "y": "log" }
      }

      """#),
    Recipe(
      "detection/mask-rcnn-1x",
      #"""
      {
        "title": "Mask R-CNN on COCO, 1x (a step is 100 iterations)",
        "description": "A thousand iterations of warm-up from a thousandth, and a tenth of the rate twice.",
        "source": "github.com/facebookresearch/detectron2, configs/Base-RCNN-FPN.yaml: BASE_LR 0.02, STEPS (60000, 80000), MAX_ITER 90000",
        "$comment": "Batch 16. WARMUP_FACTOR 0.001 is detectron2’s default, and WARMUP_ITERS 1000.",
        "epochs": 900,
        "optimizer": { "type": "SGD", "lr": 0.02, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "detectron2.WarmupMultiStepLR", "STEPS": [600, 800], "MAX_ITER": 900, "WARMUP_ITERS": 10 }
      }

      """#),
    Recipe(
      "detection/mask-rcnn-3x",
      #"""
      {
        "title": "Mask R-CNN on COCO, 3x (a step is 200 iterations)",
        "description": "A thousand iterations of warm-up from a thousandth, and a tenth of the rate twice.",
        "source": "github.com/facebookresearch/detectron2, configs/Base-RCNN-FPN.yaml and mask_rcnn_R_50_FPN_3x.yaml: BASE_LR 0.02, STEPS (210000, 250000), MAX_ITER 270000",
        "$comment": "Batch 16. WARMUP_FACTOR 0.001 is detectron2’s default, and WARMUP_ITERS 1000.",
        "epochs": 1350,
        "optimizer": { "type": "SGD", "lr": 0.02, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "detectron2.WarmupMultiStepLR", "STEPS": [1050, 1250], "MAX_ITER": 1350, "WARMUP_ITERS": 5 }
      }

      """#),
    Recipe(
      "detection/mmdetection-1x",
      #"""
      {
        "title": "MMDetection, schedule 1x (147 steps of 50 iterations are an epoch)",
        "description": "Twelve epochs: a warm-up counted in iterations, and milestones counted in epochs, chained.",
        "source": "github.com/open-mmlab/mmdetection, configs/_base_/schedules/schedule_1x.py",
        "$comment": "COCO at batch 16: 7330 iterations an epoch. The warm-up of 500 iterations is 10 steps, of which MMEngine takes one fewer to its end: 450 iterations here, 499 there.",
        "$lint": ["units"],
        "epochs": 12,
        "steps_per_epoch": 147,
        "optimizer": { "type": "SGD", "lr": 0.02, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": [
          { "type": "mmengine.LinearLR", "start_factor": 0.001, "by_epoch": false, "begin": 0, "end": 10 },
          {
            "type": "mmengine.MultiStepLR",
            "begin": 0,
            "end": 12,
            "by_epoch": true,
            "milestones": [8, 11],
            "gamma": 0.1
          }
        ]
      }

      """#),
    Recipe(
      "detection/segformer-ade20k",
      #"""
      {
        "title": "SegFormer on ADE20K with MMSegmentation (a step is 100 iterations)",
        "description": "1500 iterations of warm-up, then a line to zero at 160,000; the head at ten times the backbone’s rate.",
        "source": "Xie et al. 2021, arXiv:2105.15203; github.com/open-mmlab/mmsegmentation, configs/segformer/segformer_mit-b0_8xb2-160k_ade20k-512x512.py",
        "$comment": "lr_mult 10 of the head is a param group with ten times the rate.",
        "epochs": 1600,
        "optimizer": {
          "type": "AdamW",
          "lr": 6e-5,
          "weight_decay": 0.01,
          "param_groups": [{ "name": "backbone" }, { "name": "head", "lr": 0.0006 }]
        },
        "scheduler": [
          { "type": "mmengine.LinearLR", "start_factor": 1e-6, "by_epoch": false, "begin": 0, "end": 15 },
          { "type": "mmengine.PolyLR", "eta_min": 0.0, "power": 1.0, "begin": 15, "end": 1600, "by_epoch": false }
        ]
      }

      """#),
    Recipe(
      "detection/segment-anything",
      #"""
      {
        "title": "Segment Anything (a step is 50 iterations)",
        "description": "250 iterations of warm-up to 8e-4, and a tenth of it at 60,000 and again at 86,666 of 90,000.",
        "source": "Kirillov et al. 2023, arXiv:2304.02643, appendix A, training recipe",
        "$comment": "The second step falls between two rows, and shows from 86,700 on. That the warm-up starts at zero is inferred.",
        "$lint": ["zero-start"],
        "epochs": 1800,
        "optimizer": { "type": "AdamW", "lr": 0.0008, "weight_decay": 0.1 },
        "scheduler": {
          "type": "LambdaLR",
          "interval": "step",
          "lr_lambda": "min(1, step / 5) * 0.1 ** ((step >= 1200) + (step * 50 >= 86666))"
        }
      }

      """#),
    Recipe(
      "detection/yolov3",
      #"""
      {
        "title": "YOLOv3 in Darknet (a step is 500 batches)",
        "description": "A burn-in of 1000 batches along a fourth power, and a tenth at 400,000 and at 450,000.",
        "source": "Redmon & Farhadi 2018, arXiv:1804.02767; github.com/pjreddie/darknet, cfg/yolov3.cfg: learning_rate 0.001, burn_in 1000, max_batches 500200, steps 400000,450000, scales .1,.1",
        "$comment": "Darknet computes in single precision; this is the same in double.",
        "$lint": ["zero-start"],
        "epochs": 1001,
        "optimizer": { "type": "SGD", "lr": 0.001, "momentum": 0.9, "weight_decay": 0.0005 },
        "scheduler": { "type": "darknet.steps", "steps": [800, 900], "scales": [0.1, 0.1], "burn_in": 2, "max_batches": 1001 }
      }

      """#),
    Recipe(
      "detection/yolov5",
      #"""
      {
        "title": "YOLOv5 on COCO (5 steps stand for an epoch)",
        "description": "Three epochs of warm-up, the biases from ten times the rate, and a line to a hundredth.",
        "source": "github.com/ultralytics/yolov5, data/hyps/hyp.scratch-low.yaml and train.py: lr0 0.01, lrf 0.01, warmup_epochs 3, warmup_bias_lr 0.1, 300 epochs",
        "$comment": "The line moves once an epoch; the warm-up goes to where it is with every batch. Behind it the line is an epoch late, as train.py sets its scheduler back by one. ultralytics.YOLOv5 says all this, and momentum, of real batches: a hundred of them are warm-up at least, and here there are five an epoch.",
        "$lint": ["zero-start"],
        "epochs": 300,
        "steps_per_epoch": 5,
        "optimizer": {
          "type": "SGD",
          "lr": 0.01,
          "momentum": 0.937,
          "weight_decay": 0.0005,
          "nesterov": true,
          "param_groups": [{ "name": "weights" }, { "name": "biases" }]
        },
        "scheduler": {
          "type": "LambdaLR",
          "interval": "step",
          "lr_lambda": [
            "step / 15 * ((1 - step // 5 / 300) * 0.99 + 0.01) if step <= 15 else ((1 - (step // 5 - (step >= 20)) / 300) * 0.99 + 0.01)",
            "10 + step / 15 * (((1 - step // 5 / 300) * 0.99 + 0.01) - 10) if step <= 15 else ((1 - (step // 5 - (step >= 20)) / 300) * 0.99 + 0.01)"
          ]
        }
      }

      """#),
    Recipe(
      "detection/yolov8",
      #"""
      {
        "title": "YOLOv8, Ultralytics’ defaults (10 steps stand for an epoch)",
        "description": "Three epochs of warm-up, momentum with it and the biases from ten times the rate, and a line to a hundredth.",
        "source": "github.com/ultralytics/ultralytics, cfg/default.yaml and engine/trainer.py: lr0 0.01, lrf 0.01, warmup_epochs 3, warmup_bias_lr 0.1, warmup_momentum 0.8, epochs 100",
        "$comment": "With optimizer SGD, for auto chooses rates of its own.",
        "$lint": ["zero-start"],
        "epochs": 100,
        "steps_per_epoch": 10,
        "optimizer": {
          "type": "SGD",
          "lr": 0.01,
          "momentum": 0.937,
          "weight_decay": 0.0005,
          "nesterov": true,
          "param_groups": [{ "name": "weight" }, { "name": "bias" }]
        },
        "scheduler": { "type": "ultralytics.YOLO" }
      }

      """#),
  ]
}
