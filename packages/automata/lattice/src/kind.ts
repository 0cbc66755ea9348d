import type { Family, Rule } from "./family.ts"
import { type NotationError, type Parsed, parsed, refused } from "./notation/parsed.ts"

/** What a family must fit: number of states, and whether rows evolve alone. */
export interface Shape {
  /** 2 to 255. */
  readonly states: number
  readonly dimension: 1 | 2
}

/** Families that share a name and a notation: one, or one for each number of states, neighbourhood and so on. */
export interface FamilyKind {
  /** Name on the command line and in run specs, e.g. "generations". */
  readonly id: string
  readonly title: string
  /** The families of this kind that a world of this shape can belong to, those with fewer classes first. */
  readonly families: (shape: Shape) => ReadonlyArray<Family>
  /** Reads a rule string of the kind, whatever family of it the rule belongs to. */
  readonly parse: (text: string) => Parsed<Rule>
}

/** A kind of one family. */
export const kindOf = (family: Family): FamilyKind => ({
  id: family.id,
  title: family.title,
  families: ({ dimension, states }) =>
    family.states === states && family.neighbourhood.dimension === dimension ? [family] : [],
  parse: (text) => {
    const read = family.parse(text)
    return read.ok ? parsed({ family, labels: read.value }) : read
  }
})

/** Every family of every kind that a world of this shape can belong to, in the order of the kinds. */
export const familiesFor = (kinds: ReadonlyArray<FamilyKind>, shape: Shape): ReadonlyArray<Family> =>
  kinds.flatMap((kind) => kind.families(shape))

/** A family's name and, after a colon, what tells it apart from others of its kind: "life-like", "generations:4H". */
export const familyName = ({ id, variant }: Family): string => (variant === "" ? id : `${id}:${variant}`)

const isNearer = (a: NotationError, b: NotationError): boolean =>
  a.elsewhere === b.elsewhere ? a.at > b.at : b.elsewhere === true

/**
 * Reads a rule string of any kind: the first kind that can read it has it. Where none can, a kind that is written so
 * says why not, the one that came furthest. Blanks around the text do not matter; errors point into the text without them.
 */
export const readRule = (kinds: ReadonlyArray<FamilyKind>, text: string): Parsed<Rule> => {
  const trimmed = text.trim()
  let furthest: NotationError | null = null
  for (const kind of kinds) {
    const read = kind.parse(trimmed)
    if (read.ok) return read
    if (furthest === null || isNearer(read.error, furthest)) furthest = read.error
  }
  return furthest === null
    ? refused(trimmed, 0, "no kind of rule is known", "give at least one kind of family")
    : { ok: false, error: furthest }
}
