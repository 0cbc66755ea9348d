import type { Family, FamilyClass } from "../family.ts"
import { decodePattern, moore } from "../neighbourhood.ts"
import { parseBirthSurvival } from "../notation/birthSurvival.ts"
import { parsed, refused } from "../notation/parsed.ts"

const neighbourhood = moore(1)

const classes: ReadonlyArray<FamilyClass> = ["B", "S"].flatMap((letter, centre) =>
  Array.from({ length: 9 }, (_, live) => ({ name: `${letter}${live}`, centre, live }))
)

const classOf = (cells: ArrayLike<number>): number => {
  let live = 0
  for (let i = 0; i < 9; i++) live += cells[i]!
  const centre = cells[4]!
  return centre * 9 + live - centre
}

const counts = (labels: Uint8Array, first: number): string =>
  Array.from({ length: 9 }, (_, n) => (labels[first + n] === 1 ? String(n) : "")).join("")

/** Outer-totalistic two-state rules on the Moore neighbourhood: 18 classes, B0 to B8 then S0 to S8. */
export const lifeLike: Family = {
  id: "life-like",
  title: "Life-like (outer-totalistic)",
  neighbourhood,
  states: 2,
  classes,
  classOf,
  partition: Uint16Array.from({ length: 512 }, (_, pattern) => classOf(decodePattern(pattern, 9, 2))),
  parse: (text) => {
    const read = parseBirthSurvival(text)
    if (!read.ok) return read
    const labels = new Uint8Array(18)
    for (const [terms, first] of [
      [read.value.birth, 0],
      [read.value.survival, 9]
    ] as const) {
      for (const term of terms) {
        if (term.letters !== "") {
          return refused(
            text,
            term.at + 1,
            `letters of count ${term.count}`,
            "a life-like rule has counts only; rules with letters are isotropic"
          )
        }
        labels[first + term.count] = 1
      }
    }
    return parsed(labels)
  },
  format: (labels) => `B${counts(labels, 0)}/S${counts(labels, 9)}`
}
