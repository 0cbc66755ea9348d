import { expressIn, type Family, type FamilyClass } from "../family.ts"
import { type FamilyKind, kindOf } from "../kind.ts"
import { encodePattern, moore } from "../neighbourhood.ts"
import { parseBirthSurvival } from "../notation/birthSurvival.ts"
import { arrangements, letters } from "../notation/hensel.ts"
import { parsed } from "../notation/parsed.ts"
import type { CountTerm } from "../notation/terms.ts"
import { mirror, quarterTurn } from "../symmetry/moves.ts"
import { orbits } from "../symmetry/orbits.ts"
import { lifeLike } from "./lifeLike.ts"

const neighbourhood = moore(1)
const centreBit = 1 << (8 - neighbourhood.centre)

const lettersOf = (count: number): ReadonlyArray<string> => (letters[count] === "" ? [""] : [...letters[count]!])

const classes: ReadonlyArray<FamilyClass> = ["B", "S"].flatMap((part, centre) =>
  letters.flatMap((_, live) =>
    lettersOf(live).map((letter) => ({ name: `${part}${live}${letter}`, centre, live, lawful: [0, 1] }))
  )
)

const indexOf = new Map(classes.map((c, index) => [c.name, index]))

const partition = ((): Uint16Array => {
  const { of } = orbits(neighbourhood, 2, [quarterTurn(neighbourhood), mirror(neighbourhood)])
  const classOfOrbit = new Map<number, number>()
  for (const [centre, part] of ["B", "S"].entries()) {
    for (const [live, table] of arrangements.entries()) {
      for (const [letter, pattern] of Object.entries(table)) {
        classOfOrbit.set(of[pattern + centre * centreBit]!, indexOf.get(`${part}${live}${letter}`)!)
      }
    }
  }
  return Uint16Array.from(of, (orbit) => classOfOrbit.get(orbit)!)
})()

const apply = (labels: Uint8Array, part: "B" | "S", terms: ReadonlyArray<CountTerm>): void => {
  for (const { count, except, letters: named } of terms) {
    for (const letter of lettersOf(count)) {
      if (named === "" || named.includes(letter) !== except) labels[indexOf.get(`${part}${count}${letter}`)!] = 1
    }
  }
}

/** Golly writes the letters that are there, or `-` and those that are not when at least two more are there than are not. */
const formatPart = (labels: Uint8Array, part: "B" | "S"): string => {
  let text: string = part
  for (let count = 0; count <= 8; count++) {
    const all = lettersOf(count)
    const present = all.filter((letter) => labels[indexOf.get(`${part}${count}${letter}`)!] === 1)
    if (present.length === 0) continue
    text += count
    if (present.length === all.length) continue
    text +=
      2 * present.length > all.length + 1 ? `-${all.filter((l) => !present.includes(l)).join("")}` : present.join("")
  }
  return text
}

/** Two-state rules on the Moore neighbourhood that do not change under turns and mirrors: 102 classes, Hensel's letters. */
export const isotropic: Family = {
  id: "isotropic",
  variant: "",
  title: "isotropic non-totalistic",
  neighbourhood,
  states: 2,
  classes,
  classOf: (cells) => partition[encodePattern(cells, 2)]!,
  partition,
  counting: null,
  parse: (text) => {
    const read = parseBirthSurvival(text)
    if (!read.ok) return read
    const labels = new Uint8Array(classes.length)
    apply(labels, "B", read.value.birth)
    apply(labels, "S", read.value.survival)
    return parsed(labels)
  },
  format: (labels) => `${formatPart(labels, "B")}/${formatPart(labels, "S")}`
}

const kind = kindOf(1, isotropic)

/** `B2-a/S12`. A rule whose letters tell nothing apart is read as the life-like rule that it is. */
export const isotropicKind: FamilyKind = {
  ...kind,
  parse: (text) => {
    const read = kind.parse(text)
    return read.ok ? parsed(expressIn(read.value, lifeLike) ?? read.value) : read
  }
}
