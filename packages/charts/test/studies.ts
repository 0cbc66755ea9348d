import type { EffectFigure, HeatMap, RateFigure } from "../src/index.ts"

/** Figures of studies that the tests draw. */

const level = { baseline: false, text: "3.42 [2.90, 4.01]", remark: "" }
const effectWords = {
  mean: "mean with 95 % interval over seeds",
  baseline: "baseline",
  few: "fewer than 5 seeds, no interval"
}

export const effects: EffectFigure = {
  title: "Classes read wrong, mean over runs",
  notes: ["lower is better", "480 runs over 20 seeds"],
  unit: "number",
  reference: null,
  words: effectWords,
  groups: [
    {
      title: "inferrer",
      rows: [
        { ...level, label: "threshold", baseline: true, value: 3.42, interval: { low: 2.9, high: 4.01 }, href: "#a" },
        { ...level, label: "class-threshold", value: 2, interval: { low: 1.8, high: 2.3 }, remark: "2 runs failed" },
        {
          ...level,
          label: "likelihood (evidence both, noise auto)",
          value: 0,
          interval: { low: 0, high: 0 },
          text: "0"
        }
      ]
    },
    {
      title: "noise",
      rows: [
        { ...level, label: "0.05", value: 1, interval: null, text: "1.00", remark: "too few seeds: 3" },
        { ...level, label: "0.1", value: null, interval: null, text: "no run" }
      ]
    }
  ]
}

/** Differences on both sides of 0. */
export const changes: EffectFigure = {
  ...effects,
  title: "每个取值与基线之差，成对比较：读错的类数目，对运行取平均",
  notes: ["越低越好", "共 480 次运行，20 个种子，重复抽样以种子为单位"],
  reference: 0,
  groups: [
    {
      title: "读取方法",
      rows: [-3, 0.5].map((value, i) => ({
        ...level,
        label: ["似然", "阈值"][i]!,
        value,
        interval: { low: value - 0.4, high: value + 0.6 }
      }))
    }
  ]
}

export const rates: RateFigure = {
  title: "Runs whose rule is exactly right",
  notes: ["a failed run counts as not right"],
  words: {
    success: "exactly right",
    other: "not exactly right",
    failed: "failed",
    interval: "95 % interval (Wilson)"
  },
  groups: [
    {
      title: "backbone",
      rows: [
        {
          ...level,
          label: "cnn",
          baseline: true,
          successes: 9,
          trials: 12,
          failed: 0,
          interval: { low: 0.47, high: 0.91 }
        },
        {
          ...level,
          label: "p4",
          successes: 0,
          trials: 12,
          failed: 5,
          interval: { low: 0, high: 0.24 },
          remark: "5 failed"
        },
        { ...level, label: "p8", successes: 12, trials: 12, failed: 0, interval: { low: 0.76, high: 1 } },
        { ...level, label: "none", successes: 0, trials: 0, failed: 0, interval: { low: 0, high: 1 }, text: "no run" }
      ]
    }
  ]
}

/** A table of `down` × `across` values that grow with both. */
export const table = (
  down: number,
  across: number,
  text: (value: number) => string = (v) => v.toFixed(2)
): HeatMap => ({
  title: "Runs whose rule is exactly right, by ratio and β",
  notes: ["mean over 4 values of noise"],
  unit: "number",
  down: { title: "ratio", labels: Array.from({ length: down }, (_, i) => String(i / 10)) },
  across: { title: "beta", labels: Array.from({ length: across }, (_, i) => (1.37 ** i).toFixed(1)) },
  words: { few: "fewer than 5 seeds", none: "no run" },
  cells: Array.from({ length: down * across }, (_, at) => {
    const value = at === 1 ? null : (Math.floor(at / across) + (at % across)) / Math.max(1, down + across - 2)
    return { value, text: value === null ? "" : text(value), few: at === 3, title: `cell ${at}`, href: `#cell-${at}` }
  })
})
