/** One thing to time. */
export interface Case {
  readonly name: string
  /** Cells that one run works on. */
  readonly cells: number
  readonly run: () => void
  /** Name of the case it is compared with, if any. */
  readonly against?: string
}

/** Median speed of a case, in cells per processor second. */
export interface Speed {
  readonly name: string
  readonly cellsPerSecond: number
  /** Speed over that of `against`; null without one. */
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
 * Median cells per processor second of every case over `rounds` rounds. The cases take turns, so that a busy minute of the
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
  const speed = (name: string): number => {
    const index = cases.findIndex((c) => c.name === name)
    return cases[index]!.cells / median(taken[index]!)
  }
  return cases.map(({ against, name }) => ({
    name,
    cellsPerSecond: speed(name),
    ratio: against === undefined ? null : speed(name) / speed(against)
  }))
}

/** Lines of a table: 10⁹ cells per second, and the ratio where there is one. */
export const tableOf = (title: string, speeds: ReadonlyArray<Speed>): string => {
  const width = Math.max(title.length, ...speeds.map(({ name }) => name.length))
  const line = (name: string, speed: string, ratio: string): string =>
    `${name.padEnd(width)}  ${speed.padStart(9)}  ${ratio.padStart(7)}`.trimEnd()
  return [
    line(title, "G cells/s", "ratio"),
    ...speeds.map(({ cellsPerSecond, name, ratio }) =>
      line(name, (cellsPerSecond / 1e9).toFixed(3), ratio === null ? "" : `× ${ratio.toFixed(1)}`)
    )
  ].join("\n")
}
