/** One thing to time. */
export interface Case {
  readonly name: string
  /** Cells that one run works on. */
  readonly cells: number
  readonly run: () => void
  /** Name of the case it is compared with, if any. */
  readonly against?: string
}

/** Speed of a case, in cells per processor second. */
export interface Speed {
  readonly name: string
  readonly median: number
  /** In the fastest round: nearer to what a quiet machine gives. */
  readonly best: number
  /** Median speed over that of `against`; null without one. */
  readonly ratio: number | null
}

export const median = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}

/** Processor seconds of this process that `run` takes; unlike time on the clock, not what other programs take. */
export const processorSeconds = (run: () => void): number => {
  const begun = process.cpuUsage()
  run()
  const { system, user } = process.cpuUsage(begun)
  return (system + user) / 1e6
}

/**
 * Speed of every case over `rounds` rounds. The cases take turns, so that a busy minute of the
 * machine falls on all of them; each is warmed up first and repeated until a turn lasts 50 ms.
 */
export const measure = (cases: ReadonlyArray<Case>, rounds = 9): ReadonlyArray<Speed> => {
  const turns = cases.map(({ run }) => {
    for (let i = 0; i < 3; i++) run()
    return Math.max(1, Math.ceil(0.05 / processorSeconds(run)))
  })
  const taken: ReadonlyArray<Array<number>> = cases.map(() => [])
  for (let round = 0; round < rounds; round++) {
    cases.forEach(({ run }, index) => {
      const turn = (): void => {
        for (let i = 0; i < turns[index]!; i++) run()
      }
      taken[index]!.push(processorSeconds(turn) / turns[index]!)
    })
  }
  const speed = (name: string, of: (seconds: ReadonlyArray<number>) => number): number => {
    const index = cases.findIndex((c) => c.name === name)
    return cases[index]!.cells / of(taken[index]!)
  }
  return cases.map(({ against, name }) => ({
    name,
    median: speed(name, median),
    best: speed(name, (seconds) => Math.min(...seconds)),
    ratio: against === undefined ? null : speed(name, median) / speed(against, median)
  }))
}

/** Lines of a table: 10⁹ cells per second, and the ratio where there is one. */
export const tableOf = (title: string, speeds: ReadonlyArray<Speed>): string => {
  const width = Math.max(title.length, ...speeds.map(({ name }) => name.length))
  const line = (name: string, ...columns: ReadonlyArray<string>): string =>
    [name.padEnd(width), ...columns.map((column) => column.padStart(9))].join("").trimEnd()
  return [
    line(title, "median", "best", "ratio"),
    ...speeds.map(({ best, median, name, ratio }) =>
      line(name, ...[median, best].map((v) => (v / 1e9).toFixed(3)), ratio === null ? "" : `× ${ratio.toFixed(1)}`)
    )
  ].join("\n")
}
