/** What is looked at, and how. All of it stands in the address, so that it can be kept and shared beside the study. */
export interface ViewState {
  readonly view: View
  /** Metric of the figures; empty: the first of the study. */
  readonly metric: string
  /** What an axis is compared with where it is not what the study says, as text by axis label. */
  readonly base: Readonly<Record<string, string>>
  /** Axes of the heat map by label; empty: the first that fit. */
  readonly down: string
  readonly across: string
  /** Wanted values, as text, by axis label; an axis that is not named is not filtered. */
  readonly at: Readonly<Record<string, ReadonlyArray<string>>>
  readonly status: "" | "done" | "failed"
  /** Part of a rule or of an error. */
  readonly find: string
  /** Column that the table is sorted by; empty: the order of the plan. */
  readonly sort: string
  readonly descending: boolean
  /** Axis that the table is grouped by, `allAxes` for cells, or empty. */
  readonly group: string
  /** Columns of the table that are left out, by id. */
  readonly without: ReadonlyArray<string>
  /** Run that is looked at, by its number. */
  readonly run: number | null
}

export const views = ["runs", "axes", "map"] as const
export type View = (typeof views)[number]

/** Groups of runs that differ in the seed alone. */
export const allAxes = "*"

export const firstView: ViewState = {
  view: "runs",
  metric: "",
  base: {},
  down: "",
  across: "",
  at: {},
  status: "",
  find: "",
  sort: "",
  descending: false,
  group: "",
  without: [],
  run: null
}

const prefixes = { at: "at.", base: "base." } as const

/** The state as the part of an address after "#"; what is as at first is left out. */
export const toHash = (state: ViewState): string => {
  const words = new URLSearchParams()
  const put = (name: string, value: string): void => {
    if (value !== "") words.append(name, value)
  }
  put("view", state.view === firstView.view ? "" : state.view)
  put("metric", state.metric)
  put("down", state.down)
  put("across", state.across)
  for (const [label, value] of Object.entries(state.base)) put(prefixes.base + label, value)
  for (const [label, values] of Object.entries(state.at)) for (const value of values) put(prefixes.at + label, value)
  put("status", state.status)
  put("find", state.find)
  put("sort", state.sort === "" ? "" : `${state.descending ? "-" : ""}${state.sort}`)
  put("group", state.group)
  for (const id of state.without) put("without", id)
  put("run", state.run === null ? "" : String(state.run))
  return words.toString()
}

/** Reads what `toHash` writes; anything else in it is passed over. */
export const fromHash = (hash: string): ViewState => {
  const words = new URLSearchParams(hash.replace(/^#/, ""))
  const get = (name: string): string => words.get(name) ?? ""
  const ofAxes = (prefix: string): ReadonlyMap<string, ReadonlyArray<string>> => {
    const labels = [...words.keys()].filter((name) => name.startsWith(prefix))
    return new Map(labels.map((name) => [name.slice(prefix.length), words.getAll(name)]))
  }
  const sort = get("sort")
  const status = get("status")
  return {
    view: views.find((view) => view === get("view")) ?? firstView.view,
    metric: get("metric"),
    base: Object.fromEntries([...ofAxes(prefixes.base)].map(([label, values]) => [label, values[0]!])),
    down: get("down"),
    across: get("across"),
    at: Object.fromEntries(ofAxes(prefixes.at)),
    status: status === "done" || status === "failed" ? status : "",
    find: get("find"),
    sort: sort.replace(/^-/, ""),
    descending: sort.startsWith("-"),
    group: get("group"),
    without: words.getAll("without"),
    run: /^\d+$/.test(get("run")) ? Number(get("run")) : null
  }
}
