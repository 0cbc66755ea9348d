/** All words of the figures about a run of a flow. */
export interface FlowWords {
  readonly law: (law: string | null, terms: number, open: number) => string
  readonly velocity: {
    readonly title: string
    readonly note: (bins: number, steps: string) => string
    readonly axis: (coordinate: string) => string
    readonly observed: string
    readonly few: string
    readonly law: string
    readonly network: string
  }
  readonly terms: {
    readonly title: string
    readonly note: string
    readonly equation: (coordinate: string) => string
    readonly present: string
    readonly truth: string
    readonly known: string
    readonly undetermined: string
    readonly free: string
    readonly further: (count: number) => string
  }
  readonly innovations: {
    readonly title: string
    readonly note: string
    readonly pit: (coordinate: string) => string
    readonly lags: (coordinate: string) => string
    readonly lag: string
    readonly level: string
  }
}

/** The words of figures that are given none. */
export const englishFlowWords: FlowWords = {
  law: (law, terms, open) => law ?? `${open} of ${terms} terms undetermined`,
  velocity: {
    title: "Mean velocity by state",
    note: (bins, steps) => `${steps} steps in ${bins} bins · bars: two standard errors`,
    axis: (coordinate) => `${coordinate}′ by ${coordinate}`,
    observed: "recorded",
    few: "recorded, fewer than 50 steps",
    law: "law",
    network: "model"
  },
  terms: {
    title: "Terms of the law",
    note: "coefficients with intervals of 95 % · right: probability that the term is in the law",
    equation: (coordinate) => `${coordinate}′ =`,
    present: "P",
    truth: "stated law",
    known: "known",
    undetermined: "undetermined, beside all other terms",
    free: "the data leave it free",
    further: (count) => (count === 1 ? "1 further term is absent" : `${count} further terms are absent`)
  },
  innovations: {
    title: "What the law leaves unexplained",
    note: "left: shares of steps by their predicted probability, level when the law holds · right: correlation with earlier steps, none when it holds, within two standard errors",
    pit: (coordinate) => `${coordinate}: probability of each step`,
    lags: (coordinate) => `${coordinate}: correlation`,
    lag: "steps before",
    level: "as the law has it, within two standard errors"
  }
}
