import type { Words } from "./words.ts"

const number = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",")

const metrics: Readonly<Record<string, readonly [name: string, meaning: string]>> = {
  ruleExact: ["规则完全正确", "读出的规则与真实规则逐类一致的运行所占比例。"],
  right: ["正确的类数", "规则中读对的类的数目。"],
  wrong: ["错误的类数", "规则中读错的类的数目。"],
  undetermined: ["未定的类数", "数据不足以确定、运行自己标为未定的类的数目。"],
  accuracy: ["模型准确率", "网络的预测与观测一致的元胞所占比例。"],
  heldOutAccuracy: ["规则准确率", "留出帧中符合所读规则的元胞所占比例。"],
  confirmed: ["规则得到证实", "规则在留出帧上得到证实的运行所占比例。"],
  calibration: ["校准误差", "所报置信度的均值减去标签正确的比例：大于 0 为过于自信，小于 0 为过于谨慎。"],
  brier: ["布赖尔分数", "所报置信度与正确与否之差的平方的均值；0 为最好。"],
  secondsTotal: ["单次运行用时", "各阶段用时之和，仅计没有任何阶段取自缓存的运行。"],
  "seconds.generate": ["生成用时", "生成器的用时，仅计实际计算的运行。"],
  "seconds.census": ["普查用时", "统计邻域构型的用时，仅计实际统计的运行。"],
  "seconds.fit": ["训练用时", "训练网络的用时，仅计实际训练的运行。"],
  "seconds.infer": ["推断用时", "读出规则的用时。"],
  "seconds.verify": ["验证用时", "在留出帧上验证的用时，仅计实际验证的运行。"],
  memoryMb: ["内存", "运行结束时占用的内存。"]
}

export const zh: Words = {
  language: "zh-CN",
  own: "中文",
  metric: (name) => {
    const [title, meaning] = metrics[name] ?? [name, ""]
    return { name: title, meaning }
  },
  better: { higher: "越高越好", lower: "越低越好", zero: "越接近 0 越好" },
  withInterval: (value, low, high) => `${value}（${low} 至 ${high}）`,
  tooFew: (seeds) => `种子过少：${number(seeds)}`,
  withNote: (name, note) => `${name}（${note}）`,
  noRun: "无运行",
  noValue: "无数值",
  failedRuns: (count) => `${number(count)} 次失败`,
  unpaired: (count) => `${number(count)} 次无配对`,
  study: "研究",
  question: "问题",
  noQuestion: "该研究没有写明问题。",
  summary: ({ done, failed, planned }) =>
    `计划运行 ${number(planned)} 次，完成 ${number(done)} 次，${failed === 0 ? "无失败" : `失败 ${number(failed)} 次`}。`,
  howToRead: "如何阅读",
  howToReadText: (fewest, replicates) =>
    `每个数都是若干次运行的均值，并附有 95 % 区间：若换一批种子重做本研究，约二十个这样的区间中有十九个包含真值。同一种子的运行共用数据，因此重复抽样以种子为单位（以种子为块的自助法，重抽 ${number(replicates)} 次，种子少时加宽百分位区间；Efron 与 Tibshirani 1993，Hesterberg 2015）。差值只在种子相同、除该因素外其余取值全部相同的运行之间计算，因而两者共有的影响相互抵消：差值的区间不含 0，说明该因素在此确有影响。成功比例采用威尔逊区间（1927），其试验次数按种子折算为相互独立的次数。种子少于 ${number(fewest)} 个的均值不给区间，并在旁注明。失败的运行按不成功计入成功比例，不计入其他均值，凡缺少之处均注明次数。每个数都链接到它的各次运行，每次运行都给出可重现它的命令。`,
  plan: "计划与完成情况",
  planned: "计划",
  done: "完成",
  failed: "失败",
  missing: "尚未运行",
  cells: "组合数",
  seeds: "种子数",
  lastFinished: "最后一次运行结束于",
  axes: "研究的因素",
  axis: "因素",
  path: "在运行规格中的位置",
  values: "取值",
  baseline: "基线",
  noBaseline: "无",
  metricsSeen: "结果",
  overAll: "全部运行",
  value: "取值",
  asTable: "以表格列出这些数",
  someOf: (first, last, count) => `${first} · … · ${last}（共 ${number(count)} 个）`,
  runs: "运行次数",
  mean: "均值（95 % 区间）",
  share: "比例（95 % 区间）",
  difference: (baseline) => `与 ${baseline} 之差`,
  isBaseline: "基线",
  alongAxes: (metric) => `${metric}：按各因素`,
  differences: (metric, unit) => `${metric}：与基线之差${unit}`,
  differencesHead: "与基线之差",
  differencesNote: "在种子与其余因素均相同的运行之间成对比较",
  map: (metric, down, across) => `${metric}：${down} 与 ${across}`,
  overOthers: "对其余因素取平均",
  support: ({ failed, runs, seeds }) =>
    `${number(runs)} 次运行，${number(seeds)} 个种子${failed === 0 ? "" : `，${number(failed)} 次失败`}`,
  points: "（百分点）",
  nothingTold: "没有运行给出此项。",
  figure: {
    mean: "均值与 95 % 区间",
    few: "种子过少，不给区间",
    success: "是",
    other: "否",
    interval: "95 % 区间（威尔逊）",
    failedCountsAs: "失败的运行按“否”计"
  },
  downloads: { svg: "SVG", png: "PNG（英文）" },
  failures: "失败的运行",
  noFailures: "无。",
  error: "错误",
  count: "次数",
  firstMessage: "首个错误的信息",
  limits: "使用时须注意",
  limit: {
    missing: (missing) => `有 ${number(missing)} 次计划的运行尚未进行：研究中途停止，各数仍可能变化。`,
    subsets: (axis, compared, runs) =>
      `本研究并非完整网格：比较 ${axis} 时，只计其余设置与其全部取值都搭配过的 ${number(compared)} 次运行（共 ${number(runs)} 次）。`,
    failed: (failed) => `有 ${number(failed)} 次运行失败。除成功比例外，均值只计其余运行，而那些可能是较容易的。`,
    seeds: (seeds, fewest) =>
      `只有 ${number(seeds)} 个种子，而区间至少需要 ${number(fewest)} 个。请把这些数当作例子，而非结论。`,
    narrow: (seeds) =>
      `只有 ${number(seeds)} 个种子时，区间包含真值的比例低于所称：模拟中 5 个种子为 84 % 至 98 %，10 个种子为 90 % 至 96 %（见 docs/studies.zh-CN.md）。`,
    cells: (few, all, fewest) =>
      `${number(all)} 个组合中有 ${number(few)} 个的种子少于 ${number(fewest)} 个，因而没有自己的区间。`,
    many: (intervals) =>
      `本页共有 ${number(intervals)} 个区间。大约每二十个中有一个会偶然落空，因此单个区间略微不含 0 并不足以为证。`,
    degenerate: "区间宽度为零只说明所有种子一致，不说明其他种子不会不同；成功比例的区间即使此时也有宽度。",
    cached: "用时只计实际计算的阶段；取自缓存的阶段没有用时，因此用时所依据的运行较少，且只代表一台机器。",
    none: "无特别之处。"
  },
  whichCells: "每个数由哪些运行构成",
  whichCellsText: "一个组合是各因素取值的一种搭配；同一组合的运行只有种子不同。",
  cell: (cell) => `组合 ${number(cell)}`,
  cellsTo: (first, last, runs) => `组合 ${number(first)} 至 ${number(last)}（${number(runs)} 次运行）`,
  ofCells: (axis, value) => `${axis} = ${value}`,
  allRuns: "全部运行（按组合）",
  allRunsText: "展开一个组合，可见其各次运行以及重现它们的命令；“rulescope study show DIR RUN”显示单次运行的全部内容。",
  run: "运行",
  seed: "种子",
  status: "状态",
  rule: "读出的规则",
  command: "重现其首次运行（在任意文件夹中）：",
  otherSeeds: "其余运行用同一命令，只需换成各自的 --seed。",
  noRows: "尚无运行",
  asRun: "研究文件",
  versions: "插件版本",
  contents: "目录",
  top: "回到顶部",
  madeBy: "由 Rulescope 仅根据本研究的各行结果写成。",
  otherPage: "English",
  toReport: "回到报告"
}
