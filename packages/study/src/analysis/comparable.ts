import type { Analysis } from "./columns.ts"

/**
 * Cells that count when values of some axes are compared, 1 or 0 by cell: those at settings of all other axes at which
 * the study has every value (or pair of values) that it has anywhere. In a full grid that is all of them; where subsets
 * vary one thing at a time, it keeps what one subset varies out of the comparison that another makes. All of them count
 * where no setting has every value.
 */
export const comparable = (
  { axes, placed, points }: Pick<Analysis, "axes" | "placed" | "points">,
  compared: ReadonlyArray<number>
): Uint8Array => {
  const others = axes.flatMap((_, a) => (compared.includes(a) ? [] : [a]))
  const keyOf = (cell: number, of: ReadonlyArray<number>): string => of.map((a) => placed[a]![cell]).join()
  const all = new Set<string>()
  const settings = new Map<string, Set<string>>()
  for (const cell of points.keys()) {
    const setting = keyOf(cell, others)
    const own = settings.get(setting) ?? new Set()
    settings.set(setting, own)
    const values = keyOf(cell, compared)
    own.add(values)
    all.add(values)
  }
  const whole = new Set([...settings].flatMap(([setting, own]) => (own.size === all.size ? [setting] : [])))
  return Uint8Array.from(points, (_, cell) => (whole.size === 0 || whole.has(keyOf(cell, others)) ? 1 : 0))
}
