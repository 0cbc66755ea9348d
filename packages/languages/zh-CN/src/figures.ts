import { grouped, type RunWords } from "@rulescope/charts"

const state = (centre: number): string => ["死", "活"][centre] ?? `状态 ${centre} `
const families: Readonly<Record<string, string>> = {
  "life-like": "类生命（外总和型）",
  generations: "Generations（出生、存活、衰减）",
  isotropic: "各向同性",
  map: "全表规则（MAP）",
  elementary: "初等元胞自动机"
}
const criteria: Readonly<Record<string, string>> = {
  "marginal likelihood": "边际似然",
  "held-out composite likelihood": "留出数据的复合似然"
}

/** The figures of a run in Chinese, in the terms of the glossary. */
export const figures: RunWords = {
  family: (id, title) => families[id] ?? title,
  criterion: (criterion) => criteria[criterion] ?? criterion,
  accuracy: (share) => `模型准确率 ${share}`,
  readBy: (inferrer, evidence) =>
    `由 ${inferrer} 读自${{ predictions: "预测", observations: "观测", both: "预测与观测" }[evidence]}`,
  cellsIn: (cells, patterns, of) => `${grouped(cells)} 个元胞，出现 ${grouped(of)} 种邻域构型中的 ${patterns} 种`,
  determined: (determined, of) => `${of} 个类中 ${determined} 个已定`,
  unseen: (classes) => `${classes} 个从未出现`,
  rarest: (name, cells) => `最少见 ${name}：${grouped(cells)} 个元胞`,
  range: (min, max) => [`介于 ${min}`, `与 ${max} 之间`],
  plainRange: (min, max) => `${min} 至 ${max}`,
  truth: {
    incomparable: (rule) => `所给规则 ${rule} 无法比较`,
    nothing: (rule) => `真实规则 ${rule}：没有可比较的类`,
    agree: (rule, classes, all) => `真实规则 ${rule}：${all ? "全部" : "已定的"} ${classes} 个类一致`,
    differ: (rule, classes, names, more) =>
      `真实规则 ${rule}：${classes} 个类不同（${names.join("、")}${more ? "……" : ""}）`
  },
  counters: {
    title: (rule) => `${rule} 的计数器与阈值`,
    panels: [
      ["死元胞", "是否出生？"],
      ["活元胞", "是否存活？"]
    ],
    cells: "元胞",
    counted: { predictions: ["预测为死", "预测为活"], observations: ["观测为死", "观测为活"] },
    alpha: (summed) => `α：${summed ? "每个类的" : ""}死 + 活须超过它`,
    needed: "条形须超过它",
    mixed: "活的类 / 全部",
    neighbours: "活邻居数",
    bar: (from, to, neighbours, count) => `${state(from)} → ${state(to)}，${neighbours} 个活邻居：${count}`,
    rows: { read: "读出", truth: "真实" },
    shares: [
      { live: "生", dead: "否" },
      { live: "存", dead: "死" }
    ],
    share: (centre, neighbours, { dead, live, open }) => {
      const parts = [
        ...(live > 0 ? [`${live} 个类为活`] : []),
        ...(dead > 0 ? [`${dead} 个类为死`] : []),
        ...(open > 0 ? [`${open} 个类未定`] : [])
      ]
      return `${state(centre)}元胞，${neighbours} 个活邻居：${parts.join("，")}`
    }
  },
  classes: {
    title: (rule) => `${rule} 的各类`,
    block: (centre) => `${state(centre)}元胞，按活邻居数`,
    cell: (centre, neighbours) => `${state(centre)}元胞，${neighbours} 个活邻居`,
    next: (next) => `下一状态 ${next}`,
    seen: (times) => `出现 ${grouped(times)} 次`,
    confidence: (share) => `置信度 ${share}`,
    states: ["死", "活"],
    nextDead: "下一状态为死",
    nextLive: (later) => (later ? "下一状态为活或更后" : "下一状态为活"),
    confidenceBar: "置信度，从猜测到确定"
  },
  undetermined: "未定",
  neverSeen: "从未出现",
  differs: "与真实规则不同",
  families: {
    title: "各规则族的证据",
    note: (criterion) => `选择依据：${criterion} · 条形：对数证据比最佳者低多少（对数刻度）`,
    chosen: "选定",
    evidence: (nats, deficit) => `对数证据 ${nats} 奈特，${deficit === null ? "最佳" : `比最佳低 ${deficit}`}`,
    details: (seen, classes, contradicted) =>
      `${grouped(classes)} 个类中出现 ${seen} 个，${grouped(contradicted)} 个元胞不符`
  },
  training: {
    title: "训练",
    loss: "损失（每元胞奈特）",
    accuracy: "准确率（元胞占比）",
    step: "步",
    attempt: (attempt) => `第 ${attempt} 次尝试`,
    none: "没有报告任何一步",
    said: (steps, attempts, accuracy, loss) =>
      `${grouped(steps)} 步，${grouped(attempts)} 次尝试 · 准确率 ${accuracy} · 损失 ${loss}`
  }
}
