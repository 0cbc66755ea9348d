import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A soup that bgolly evolves on a torus. */
export interface GollySoup {
  readonly rule: string
  readonly side: number
  /** Shape side × side, 0 and 1. */
  readonly cells: Uint8Array
}

export const hasGolly = spawnSync("bgolly", ["--help"]).error === undefined

/** Processor seconds that bgolly's QuickLife takes for `generations`, start-up and loading subtracted. */
export const gollySeconds = ({ cells, rule, side }: GollySoup, generations: number): number => {
  const folder = mkdtempSync(join(tmpdir(), "rulescope-bench-"))
  try {
    const rows = Array.from({ length: side }, (_, y) =>
      Array.from(cells.subarray(y * side, (y + 1) * side), (cell) => (cell === 1 ? "o" : "b")).join("")
    )
    const header = `x = ${side}, y = ${side}, rule = ${rule}:T${side},${side}\n`
    writeFileSync(join(folder, "soup.rle"), `${header}${rows.join("$\n")}!\n`)
    const run = (last: number): number => {
      const command = `TIMEFORMAT="%U %S"; time bgolly -q -q -a QuickLife -i 1 -m ${last} soup.rle`
      const { stderr } = spawnSync("bash", ["-c", command], { cwd: folder, encoding: "utf8" })
      return stderr
        .trim()
        .split(/\s+/)
        .slice(-2)
        .map(Number)
        .reduce((user, system) => user + system)
    }
    return run(generations + 1) - run(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
