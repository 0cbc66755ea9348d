import type { AtlasTexts } from "@rulescope/language-en"

const number = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",")

export const atlas: AtlasTexts = {
  title: "Rulescope Atlas",
  tagline: "浏览研究结果：规则何时容易读出，何时困难",
  theStudy: "该研究",
  opening: "正在打开研究",
  unreadable: {
    nothing: (file) => `${file} 中没有研究：请给出 study run 写出的文件夹、其中的 study.sqlite，或导出的 .jsonl 文件。`,
    foreign: (file) => `${file} 不是研究：请给出 study run 写出的文件夹、其中的 study.sqlite，或导出的 .jsonl 文件。`,
    broken: (file) => `${file} 的数据库无法读取：文件已损坏或不完整。`,
    format: (file) => `${file} 由另一版本的 rulescope 写出：请用该版本打开。`,
    rows: (file) => `${file} 无法完整读取。`,
    unreachable: (file) => `${file} 无法从本页所在之处取得：rulescope study open 可能已经结束。`
  },
  start: {
    title: "打开研究",
    drop: "把研究的文件夹、其中的 study.sqlite，或导出的 .jsonl 文件拖到这里。",
    stays: "任何内容都不会离开本页。",
    what: "什么是研究",
    whatText:
      "一个文件写明一次运行由什么构成、要改变什么：网络、阈值、噪声、数据量。研究对每种组合用若干种子各运行一次，并保存每次运行的结果。在这里可以查看全部运行：哪些读对了规则，差别由何而来，每次运行看到了什么。",
    how: [
      {
        text: "运行一个研究；可以中断，之后从中断处继续。",
        command: "rulescope study run examples/studies/thresholds.json"
      },
      { text: "在这里查看，运行途中也可以。", command: "rulescope study open runs/thresholds" },
      {
        text: "或把各行写入一个文件，用于发送或拖到这里。",
        command: "rulescope study export runs/thresholds --out thresholds.jsonl"
      }
    ]
  },
  head: {
    progress: (ended, planned) =>
      ended === planned ? `共 ${number(planned)} 次运行` : `${number(planned)} 次运行中已有 ${number(ended)} 次`,
    failed: (failed) => `，${number(failed)} 次失败`,
    missing: (missing) => `还有 ${number(missing)} 次运行`,
    follow: "运行结束即显示",
    lost: "rulescope study open 已结束，不再有新的运行。",
    refresh: "刷新",
    refreshing: "正在读取…",
    csv: (rows) => `下载 ${number(rows)} 行（CSV）`,
    another: "打开其他研究"
  },
  views: { label: "查看方式", runs: "运行", axes: "按各因素", map: "两个因素" },
  filters: {
    title: "筛选",
    clear: "清除",
    find: "查找",
    findHint: "规则或错误",
    status: "状态",
    statuses: { all: "全部", done: "完成", failed: "失败" },
    shown: (active) => (active === 0 ? "筛选" : `筛选（${active}）`)
  },
  table: {
    caption: "运行",
    run: "运行",
    seed: "种子",
    rule: "读出的规则",
    open: "未定",
    yes: "是",
    no: "否",
    group: "分组",
    ungrouped: "不分组",
    allAxes: "全部因素（合并种子）",
    groupCount: (runs, failed) =>
      failed === 0 ? `${number(runs)} 次` : `${number(runs)} 次，${number(failed)} 次失败`,
    count: (shown, all) =>
      shown === all ? `共 ${number(all)} 次运行` : `${number(all)} 次运行中的 ${number(shown)} 次`,
    columns: (shown, all) => (shown === all ? "列" : `列（${all} 中的 ${shown}）`),
    columnsShown: "显示的列",
    keys: "方向键移动，回车打开一次运行或一个分组；点击表头排序。",
    none: "还没有运行结束。",
    noneLeft: "没有运行符合筛选条件，请放宽其中之一。"
  },
  figures: {
    metric: "指标",
    baseline: (axis) => `${axis} 的基线`,
    noBaseline: "无",
    down: "纵向",
    across: "横向",
    download: "下载 SVG",
    noAxes: "该研究只改变种子，没有可查看的因素。",
    oneAxis: "热图需要两个各有多个取值的因素；该研究没有这么多。"
  },
  run: {
    ways: "导航",
    back: "← 全部运行",
    before: "上一次",
    after: "下一次",
    title: (run) => `运行 ${run}`,
    missing: (run) => `该研究尚无运行 ${run}。`,
    seed: "种子",
    failed: (tag) => `此次运行失败：${tag}`,
    loading: "正在读取此次运行的结果",
    unkept: "导出文件只保存各行",
    unkeptText:
      "计数器、类表与验证结果保存在研究的文件夹中。请在这里打开该文件夹，或在命令行中查看此次运行（DIR 为该文件夹）：",
    lost: "无法读取此次运行的结果",
    open: (undetermined) => (undetermined === null ? "未定" : `未定：${number(undetermined)} 类`),
    truth: "真实规则",
    colon: "：",
    exact: "各类全部正确",
    notExact: (wrong, undetermined) => `错误 ${number(wrong ?? 0)} 类，未定 ${number(undetermined ?? 0)} 类`,
    noVerdict: "研究未要求在留出帧上验证。",
    verdict: {
      confirmed: (decided, contradicted) =>
        contradicted === 0
          ? `在未参与学习的帧上得到证实：${number(decided)} 个元胞全部一致。`
          : `在未参与学习的帧上于噪声范围内得到证实：${number(decided)} 个元胞中有 ${number(contradicted)} 个不一致。`,
      refuted: (decided, contradicted) =>
        `在未参与学习的帧上被否定：${number(decided)} 个元胞中有 ${number(contradicted)} 个与之矛盾。`,
      inconclusive: (decided, contradicted) =>
        `在未参与学习的帧上没有定论：已判定的 ${number(decided)} 个元胞中有 ${number(contradicted)} 个与之矛盾。`,
      unproved: () => "未经检验：没有留出任何帧。"
    },
    figures: {
      counters: { title: "计数器与阈值", meaning: "各活邻居数下网络的预测，以及读出规则所用的阈值。" },
      classes: { title: "类", meaning: "每一类的标签、出现次数与置信度。" },
      families: { title: "规则族", meaning: "各规则族以其类数对数据的解释程度。" }
    },
    classes: {
      title: (classes) => `${number(classes)} 类的表`,
      name: "类",
      observed: (state) => `观测 → ${state}`,
      predicted: (state) => `预测 → ${state}`,
      label: "读出",
      open: "未定",
      state: (state) => (state === 0 ? "死" : state === 1 ? "活" : `状态 ${state}`),
      confidence: "置信度"
    },
    download: "下载 SVG",
    measures: "指标",
    againTitle: "重现此次运行",
    copy: "复制命令",
    copied: "已复制",
    siblings: "其他种子的同一组合",
    seedOf: (seed) => `种子 ${seed}`
  }
}
