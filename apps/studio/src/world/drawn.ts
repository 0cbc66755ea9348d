import { formatRule, simulate } from "@rulescope/lattice"
import type { NamedBytes, Registry } from "@rulescope/core"
import { writeRle } from "@rulescope/formats"
import { drawnPath } from "./drawnPath.ts"
import type { Evolution } from "./Evolution.ts"

interface Drawn {
  readonly files: ReadonlyArray<NamedBytes>
  readonly generator: Registry.Choice
}

/** The world as it stands now and what becomes of it, as a recording that a run can read; null without a rule. */
export const drawnRecording = (
  { boundary, cells, height, rule, width }: Evolution,
  generations: number
): Drawn | null => {
  if (rule === null) return null
  const around = boundary === "auto" ? "unknown" : boundary
  const bytes = writeRle({
    source: drawnPath,
    width,
    height,
    frames: generations + 1,
    states: 2,
    cells: simulate(rule, cells, { width, height, boundary: around }, generations),
    boundary: around,
    rule: formatRule(rule)
  })
  return {
    files: [{ name: drawnPath, bytes }],
    generator: { id: "recording", config: { path: drawnPath, boundary: around } }
  }
}
