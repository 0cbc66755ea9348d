import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Whether Golly's command line is on the path (`apt-get install golly`). */
export const hasGolly = spawnSync("bgolly", ["--help"]).error === undefined

const inFolder = <A>(work: (folder: string) => A): A => {
  const folder = mkdtempSync(join(tmpdir(), "rulescope-golly-"))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** bgolly's answer on stdout; it exits 0 for fatal errors too, so they are looked for. */
const bgolly = (folder: string, args: ReadonlyArray<string>): string => {
  const { stderr, stdout } = spawnSync("bgolly", args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 })
  const fatal = /Fatal error.*/.exec(stdout + stderr)
  if (fatal !== null) throw new Error(fatal[0])
  return stdout
}

/** Golly's algorithms, which it does not choose by the rule. */
export type Algorithm = "QuickLife" | "Generations" | "Larger than Life" | "RuleLoader"

/** A rule as Golly writes it into the header of a saved pattern. */
export const canonicalRule = (rule: string, algorithm: Algorithm = "QuickLife"): string =>
  inFolder((folder) => {
    writeFileSync(join(folder, "in.rle"), `x = 3, y = 1, rule = ${rule}\n3o!\n`)
    bgolly(folder, ["-q", "-q", "-a", algorithm, "-m", "0", "-o", "out.rle", "in.rle"])
    return /rule = (\S+)/.exec(readFileSync(join(folder, "out.rle"), "utf8"))![1]!
  })

export interface GollyWorld {
  readonly rule: string
  readonly topology: "T" | "P"
  readonly width: number
  readonly height: number
  /** Shape height × width, states 0 to 24. */
  readonly cells: Uint8Array
  readonly generations: number
}

const rleOf = ({ cells, height, rule, topology, width }: GollyWorld): string => {
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(cells.subarray(y * width, (y + 1) * width), (cell) => ".ABCDEFGHIJKLMNOPQRSTUVWX"[cell]!).join("")
  )
  return `x = ${width}, y = ${height}, rule = ${rule}:${topology}${width},${height}\n${rows.join("$\n")}!\n`
}

/** Frames of every world, shape (generations + 1) × height × width, as Golly stores them; one process for all. */
export const gollyFrames = (
  worlds: ReadonlyArray<GollyWorld>,
  algorithm: Algorithm = "QuickLife",
  rules: ReadonlyArray<{ readonly name: string; readonly text: string }> = []
): ReadonlyArray<Uint8Array> =>
  inFolder((folder) => {
    for (const { name, text } of rules) writeFileSync(join(folder, `${name}.rule`), text)
    const script = worlds.flatMap((world, index) => {
      const { generations, height, width } = world
      writeFileSync(join(folder, `${index}.rle`), rleOf(world))
      const [left, top] = [-Math.floor(width / 2), -Math.floor(height / 2)]
      const show = Array.from(
        { length: width * height },
        (_, i) => `get ${left + (i % width)} ${top + Math.floor(i / width)}`
      )
      return [
        "new",
        `load ${index}.rle`,
        ...show,
        ...Array.from({ length: generations }, () => ["step 1", ...show]).flat()
      ]
    })
    writeFileSync(join(folder, "script.txt"), [...script, "quit", ""].join("\n"))
    const shown = bgolly(folder, ["-a", algorithm, "-s", `${folder}/`, "--exec", "script.txt"]).matchAll(
      /^At \S+ -> (\d+)$/gm
    )
    return worlds.map(({ generations, height, width }) =>
      Uint8Array.from({ length: (generations + 1) * width * height }, () => Number(shown.next().value![1]))
    )
  })
