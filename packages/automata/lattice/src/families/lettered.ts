import type { Family, FamilyClass } from "../family.ts"
import { decodePattern, encodePattern, type Neighbourhood } from "../neighbourhood.ts"
import { readMap, writeMap } from "../notation/mapText.ts"
import { parsed, refused } from "../notation/parsed.ts"
import { actionOn } from "../symmetry/action.ts"
import type { GroupId } from "../symmetry/group.ts"
import { orbitsOf } from "../symmetry/orbits.ts"

/** Cells around in the order of turning, as offsets, and the letter of an arrangement of them; "" where a count has one. */
export interface Letters {
  readonly ring: ReadonlyArray<readonly [number, number]>
  readonly letter: (around: ReadonlyArray<number>) => string
}

/** Steps between two places on a ring, the shorter way round. */
export const stepsApart = (around: ReadonlyArray<number>, state: 0 | 1): number => {
  const [a, b] = [around.indexOf(state), around.lastIndexOf(state)]
  return Math.min(b - a, around.length - (b - a))
}

/**
 * Isotropic two-state rules on a small neighbourhood: classes B0, B1, B2e, … by count and arrangement. Written as
 * `MAP…`, since Golly reads letters on the Moore neighbourhood only.
 */
export const letteredFamily = (
  neighbourhood: Neighbourhood,
  group: GroupId,
  letters: Letters,
  named: Pick<Family, "id" | "variant" | "title">
): Family => {
  const { of, representatives } = orbitsOf(actionOn(group, neighbourhood)!, 2)
  const places = letters.ring.map(([x, y]) => neighbourhood.offsets.findIndex(([ox, oy]) => ox === x && oy === y))
  const unsorted = representatives.map((pattern, orbit): FamilyClass & { readonly orbit: number } => {
    const cells = decodePattern(pattern, neighbourhood.offsets.length, 2)
    const centre = cells[neighbourhood.centre]!
    const around = places.map((i) => cells[i]!)
    const live = around.reduce((sum, cell) => sum + cell, 0)
    return { name: `${"BS"[centre]}${live}${letters.letter(around)}`, centre, live, lawful: [0, 1], orbit }
  })
  const sorted = [...unsorted].sort((a, b) => a.centre - b.centre || a.live - b.live || (a.name < b.name ? -1 : 1))
  const classOfOrbit = new Uint16Array(sorted.length)
  for (const [index, { orbit }] of sorted.entries()) classOfOrbit[orbit] = index
  const partition = Uint16Array.from(of, (orbit) => classOfOrbit[orbit]!)
  return {
    ...named,
    neighbourhood,
    states: 2,
    classes: sorted.map(({ centre, lawful, live, name }) => ({ name, centre, live, lawful })),
    classOf: (cells) => partition[encodePattern(cells, 2)]!,
    partition,
    counting: null,
    parse: (text) => {
      const read = readMap(text, partition.length, neighbourhood.id)
      if (!read.ok) return read
      const labels = new Uint8Array(sorted.length)
      for (const [pattern, index] of partition.entries()) labels[index] = read.value[pattern]!
      const odd = partition.findIndex((index, pattern) => labels[index] !== read.value[pattern])
      if (odd < 0) return parsed(labels)
      const { name } = sorted[partition[odd]!]!
      return refused(text, 0, `arrangements of ${name} have different next states`, "the rule is not isotropic")
    },
    format: (labels) => writeMap(partition.map((index) => labels[index]!))
  }
}
