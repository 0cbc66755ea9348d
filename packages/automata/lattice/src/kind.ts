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
  /** Changes whenever the same text or labels come to mean another rule; part of content keys. */
  readonly version: number
  readonly title: string
  /** The families of this kind that a world of this shape can belong to, those with fewer classes first. */
  readonly families: (shape: Shape) => ReadonlyArray<Family>
  /** The family that is told apart by this, null when there is none: `variant` of a family here finds that family. */
  readonly named: (variant: string) => Family | null
  /** Reads a rule string of the kind, whatever family of it the rule belongs to. */
  readonly parse: (text: string) => Parsed<Rule>
}

const isNearer = (a: NotationError, b: NotationError): boolean =>
  a.elsewhere === b.elsewhere ? a.at > b.at : b.elsewhere === true

/** A kind of these families, which share their states and neighbourhood; a text is of the first that reads it. */
export const kindOfSeveral = (
  version: number,
  title: string,
  families: readonly [Family, ...ReadonlyArray<Family>]
): FamilyKind => {
  const [{ id, neighbourhood, states }] = families
  const read = (text: string): Parsed<Rule> => {
    let nearest: NotationError | null = null
    for (const family of families) {
      const labels = family.parse(text)
      if (labels.ok) return parsed({ family, labels: labels.value })
      if (nearest === null || isNearer(labels.error, nearest)) nearest = labels.error
    }
    return { ok: false, error: nearest! }
  }
  return {
    id,
    version,
    title,
    families: (shape) => (states === shape.states && neighbourhood.dimension === shape.dimension ? families : []),
    named: (variant) => families.find((family) => family.variant === variant) ?? null,
    parse: read
  }
}

/** A kind of one family. */
export const kindOf = (version: number, family: Family): FamilyKind => kindOfSeveral(version, family.title, [family])

const partsOf = (name: string): readonly [id: string, variant: string | null] => {
  const at = name.indexOf(":")
  return at < 0 ? [name, null] : [name.slice(0, at), name.slice(at + 1)]
}

/** The kind that a name is about, such as "generations" or "generations:4H". */
export const kindNamed = (kinds: ReadonlyArray<FamilyKind>, name: string): FamilyKind | undefined =>
  kinds.find(({ id }) => id === partsOf(name)[0])

/** The family with this name, such as "life-like" or "generations:4H"; null when there is none. */
export const familyNamed = (kinds: ReadonlyArray<FamilyKind>, name: string): Family | null =>
  kindNamed(kinds, name)?.named(partsOf(name)[1] ?? "") ?? null

/** The family with this id that is told apart by this variant; null when there is none. */
export const familyIn = (kinds: ReadonlyArray<FamilyKind>, id: string, variant = ""): Family | null =>
  kinds.find((kind) => kind.id === id)?.named(variant) ?? null

/**
 * Families for a world of this shape that a name may mean: the one family with that name, or else all of the kind; null
 * when nothing is called so.
 */
export const familiesMeant = (
  kinds: ReadonlyArray<FamilyKind>,
  name: string,
  shape: Shape
): ReadonlyArray<Family> | null => {
  const kind = kindNamed(kinds, name)
  const one = familyNamed(kinds, name)
  if (one !== null) return [one]
  return kind === undefined || partsOf(name)[1] !== null ? null : kind.families(shape)
}

/** Every family of every kind that a world of this shape can belong to, in the order of the kinds. */
export const familiesFor = (kinds: ReadonlyArray<FamilyKind>, shape: Shape): ReadonlyArray<Family> =>
  kinds.flatMap((kind) => kind.families(shape))

/** A family's name and, after a colon, what tells it apart from others of its kind: "life-like", "generations:4H". */
export const familyName = ({ id, variant }: Family): string => (variant === "" ? id : `${id}:${variant}`)

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
