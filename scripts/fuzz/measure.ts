import type { Seed, Target } from "./target.ts"

/** CPU seconds for an input of at most 100 kB: other programs make the clock run on, not these. */
const mostSeconds = 2

/** Bytes beyond what was held before. */
const mostBytes = 300e6

const collect = (globalThis as { readonly gc?: () => void }).gc ?? (() => undefined)

let atRest = process.memoryUsage.rss()

const peak = (): number => process.resourceUsage().maxRSS * 1024

/** Runs a reader over an input; throws when it neither reads nor refuses, or takes more than it may. */
export const holds = async ({ read }: Target, input: Seed): Promise<void> => {
  if (process.memoryUsage.rss() - atRest > mostBytes / 2) {
    // Memory that nobody uses any more must not count for this input.
    collect()
    atRest = process.memoryUsage.rss()
  }
  const before = peak()
  const held = process.memoryUsage.rss()
  const begun = process.cpuUsage()
  await read(input)
  const { system, user } = process.cpuUsage(begun)
  const seconds = (user + system) / 1e6
  if (seconds > mostSeconds) throw new Error(`took ${seconds.toFixed(1)} s of a processor`)
  const after = peak()
  if (after > before && after - held > mostBytes) throw new Error(`held ${((after - held) / 1e6).toFixed(0)} MB more`)
}
