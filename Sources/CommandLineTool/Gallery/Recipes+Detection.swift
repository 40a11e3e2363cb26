// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let detection: [Recipe] = [
    Recipe(
      "detection/deeplab-v3",
      #"""
      {
        "title": "DeepLabv3 on PASCAL VOC: “poly”",
        "description": "(1 − progress) to the power of 0.9, over 30,000 iterations from 0.007.",
        "source": "Chen et al. 2017, arXiv:1706.05587, section 4.1: initial learning rate 0.007, power 0.9, 30K iterations",
        "$comment": "Batch 16.",
        "steps": 30000,
        "rows": { "every": 100 },
        "optimizer": { "type": "SGD", "lr": 0.007, "momentum": 0.9 },
        "scheduler": { "type": "poly", "total_steps": 30000, "power": 0.9 }
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
        "title": "Mask R-CNN on COCO, 1x",
        "description": "A thousand iterations of warm-up from a thousandth, and a tenth of the rate twice.",
        "source": "github.com/facebookresearch/detectron2, configs/Base-RCNN-FPN.yaml: BASE_LR 0.02, STEPS (60000, 80000), MAX_ITER 90000",
        "$comment": "Batch 16. WARMUP_FACTOR 0.001 is detectron2’s default, and WARMUP_ITERS 1000.",
        "steps": 90000,
        "rows": { "every": 100 },
        "optimizer": { "type": "SGD", "lr": 0.02, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "detectron2.WarmupMultiStepLR", "STEPS": [60000, 80000], "MAX_ITER": 90000, "WARMUP_ITERS": 1000 }
      }

      """#),
    Recipe(
      "detection/mask-rcnn-3x",
      #"""
      {
        "title": "Mask R-CNN on COCO, 3x",
        "description": "A thousand iterations of warm-up from a thousandth, and a tenth of the rate twice.",
        "source": "github.com/facebookresearch/detectron2, configs/Base-RCNN-FPN.yaml and mask_rcnn_R_50_FPN_3x.yaml: BASE_LR 0.02, STEPS (210000, 250000), MAX_ITER 270000",
        "$comment": "Batch 16. WARMUP_FACTOR 0.001 is detectron2’s default, and WARMUP_ITERS 1000.",
        "steps": 270000,
        "rows": { "every": 200 },
        "optimizer": { "type": "SGD", "lr": 0.02, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "detectron2.WarmupMultiStepLR", "STEPS": [210000, 250000], "MAX_ITER": 270000, "WARMUP_ITERS": 1000 }
      }

      """#),
    Recipe(
      "detection/mmdetection-1x",
      #"""
      {
        "title": "MMDetection, schedule 1x",
        "description": "Twelve epochs: a warm-up counted in iterations, and milestones counted in epochs, chained.",
        "source": "github.com/open-mmlab/mmdetection, configs/_base_/schedules/schedule_1x.py",
        "$comment": "COCO’s 117,266 images with objects, eight GPUs with two each: 7330 iterations an epoch. Of a warm-up of 500 iterations MMEngine takes one fewer to its end.",
        "$lint": ["units"],
        "epochs": 12,
        "steps_per_epoch": { "dataset_size": 117266, "batch_size": 2, "world_size": 8 },
        "rows": { "every": 100 },
        "optimizer": { "type": "SGD", "lr": 0.02, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": [
          { "type": "mmengine.LinearLR", "start_factor": 0.001, "by_epoch": false, "begin": 0, "end": 500 },
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
        "title": "SegFormer on ADE20K with MMSegmentation",
        "description": "1500 iterations of warm-up, then a line to zero at 160,000; the head at ten times the backbone’s rate.",
        "source": "Xie et al. 2021, arXiv:2105.15203; github.com/open-mmlab/mmsegmentation, configs/segformer/segformer_mit-b0_8xb2-160k_ade20k-512x512.py",
        "$comment": "lr_mult 10 of the head is a param group with ten times the rate.",
        "steps": 160000,
        "rows": { "every": 100 },
        "optimizer": {
          "type": "AdamW",
          "lr": 6e-5,
          "weight_decay": 0.01,
          "param_groups": [{ "name": "backbone" }, { "name": "head", "lr": 0.0006 }]
        },
        "scheduler": [
          { "type": "mmengine.LinearLR", "start_factor": 1e-6, "by_epoch": false, "begin": 0, "end": 1500 },
          { "type": "mmengine.PolyLR", "eta_min": 0.0, "power": 1.0, "begin": 1500, "end": 160000, "by_epoch": false }
        ]
      }

      """#),
    Recipe(
      "detection/segment-anything",
      #"""
      {
        "title": "Segment Anything",
        "description": "250 iterations of warm-up to 8e-4, and a tenth of it at 60,000 and again at 86,666 of 90,000.",
        "source": "Kirillov et al. 2023, arXiv:2304.02643, appendix A, training recipe",
        "$comment": "That the warm-up starts at zero is inferred.",
        "$lint": ["zero-start"],
        "steps": 90000,
        "rows": { "every": 50 },
        "optimizer": { "type": "AdamW", "lr": 0.0008, "weight_decay": 0.1 },
        "scheduler": {
          "type": "LambdaLR",
          "interval": "step",
          "lr_lambda": "min(1, step / 250) * 0.1 ** ((step >= 60000) + (step >= 86666))"
        }
      }

      """#),
    Recipe(
      "detection/yolov3",
      #"""
      {
        "title": "YOLOv3 in Darknet",
        "description": "A burn-in of 1000 batches along a fourth power, and a tenth at 400,000 and at 450,000.",
        "source": "Redmon & Farhadi 2018, arXiv:1804.02767; github.com/pjreddie/darknet, cfg/yolov3.cfg: learning_rate 0.001, burn_in 1000, max_batches 500200, steps 400000,450000, scales .1,.1",
        "$comment": "Darknet computes in single precision; this is the same in double.",
        "$lint": ["zero-start"],
        "steps": 500200,
        "rows": { "every": 500 },
        "optimizer": { "type": "SGD", "lr": 0.001, "momentum": 0.9, "weight_decay": 0.0005 },
        "scheduler": { "type": "darknet.steps", "steps": [400000, 450000], "scales": [0.1, 0.1], "burn_in": 1000, "max_batches": 500200 }
      }

      """#),
    Recipe(
      "detection/yolov5",
      #"""
      {
        "title": "YOLOv5 on COCO",
        "description": "Three epochs of warm-up, momentum with it and the biases from ten times the rate, and a line to a hundredth.",
        "source": "github.com/ultralytics/yolov5, data/hyps/hyp.scratch-low.yaml and train.py: lr0 0.01, lrf 0.01, warmup_epochs 3, warmup_bias_lr 0.1, 300 epochs",
        "$comment": "118,287 images in batches of 64. The line moves once an epoch; the warm-up goes to where it is with every batch. Behind it the line is an epoch late, as train.py sets its scheduler back by one.",
        "$lint": ["zero-start"],
        "epochs": 300,
        "steps_per_epoch": { "dataset_size": 118287, "batch_size": 64 },
        "rows": { "every": 1849 },
        "optimizer": {
          "type": "SGD",
          "lr": 0.01,
          "momentum": 0.937,
          "weight_decay": 0.0005,
          "nesterov": true,
          "param_groups": [{ "name": "weight" }, { "name": "bias" }]
        },
        "scheduler": { "type": "ultralytics.YOLOv5" }
      }

      """#),
    Recipe(
      "detection/yolov8",
      #"""
      {
        "title": "YOLOv8 on Pascal VOC, with Ultralytics’ defaults",
        "description": "Three epochs of warm-up, momentum with it and the biases from ten times the rate, and a line to a hundredth.",
        "source": "github.com/ultralytics/ultralytics, cfg/default.yaml and engine/trainer.py: lr0 0.01, lrf 0.01, warmup_epochs 3, warmup_bias_lr 0.1, warmup_momentum 0.8, epochs 100, batch 16; cfg/datasets/VOC.yaml: 16,551 images",
        "$comment": "With optimizer SGD, for auto chooses rates of its own.",
        "$lint": ["zero-start"],
        "epochs": 100,
        "steps_per_epoch": { "dataset_size": 16551, "batch_size": 16 },
        "rows": { "every": 207 },
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
