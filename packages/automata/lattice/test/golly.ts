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

/** A rule as Golly writes it into the header of a saved pattern. */
export const canonicalRule = (rule: string): string =>
  inFolder((folder) => {
    writeFileSync(join(folder, "in.rle"), `x = 3, y = 1, rule = ${rule}\n3o!\n`)
    bgolly(folder, ["-q", "-q", "-a", "QuickLife", "-m", "0", "-o", "out.rle", "in.rle"])
    return /rule = (\S+)/.exec(readFileSync(join(folder, "out.rle"), "utf8"))![1]!
  })

export interface GollyWorld {
  readonly rule: string
  readonly topology: "T" | "P"
  readonly width: number
  readonly height: number
  /** Shape height × width, 0 and 1. */
  readonly cells: Uint8Array
  readonly generations: number
}

const rleOf = ({ cells, height, rule, topology, width }: GollyWorld): string => {
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(cells.subarray(y * width, (y + 1) * width), (cell) => (cell === 1 ? "o" : "b")).join("")
  )
  return `x = ${width}, y = ${height}, rule = ${rule}:${topology}${width},${height}\n${rows.join("$\n")}!\n`
}

/** Frames of every world, shape (generations + 1) × height × width, as Golly stores them; one process for all. */
export const gollyFrames = (worlds: ReadonlyArray<GollyWorld>): ReadonlyArray<Uint8Array> =>
  inFolder((folder) => {
    const script = worlds.flatMap((world, index) => {
      const { generations, height, width } = world
      writeFileSync(join(folder, `${index}.rle`), rleOf(world))
      const [left, top] = [-Math.floor(width / 2), -Math.floor(height / 2)]
      const show = [`copy ${left} ${top} ${left + width - 1} ${top + height - 1}`, "showcut"]
      return [
        "new",
        `load ${index}.rle`,
        ...show,
        ...Array.from({ length: generations }, () => ["step 1", ...show]).flat()
      ]
    })
    writeFileSync(join(folder, "script.txt"), [...script, "quit", ""].join("\n"))
    const shown = bgolly(folder, ["-a", "QuickLife", "--exec", "script.txt"]).split(/^.*pixels? copied\.$/m)
    let block = 1
    return worlds.map(({ generations, height, width }) => {
      const size = width * height
      const frames = new Uint8Array((generations + 1) * size)
      for (let t = 0; t <= generations; t++) {
        for (const [, x, y] of shown[block++]!.matchAll(/^(\d+) (\d+)$/gm))
          frames[t * size + Number(y) * width + Number(x)] = 1
      }
      return frames
    })
  })
