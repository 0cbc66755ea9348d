/** Cells that one cell's next state may depend on. */
export interface Neighbourhood {
  /** Name used in messages and as part of content keys, e.g. "moore-1". */
  readonly id: string
  /** 1 for a row of cells that evolves alone, 2 for the plane. */
  readonly dimension: 1 | 2
  /** `[dx, dy]` of every cell, x to the right and y downwards; row by row, so the first is the most significant digit of a pattern. */
  readonly offsets: ReadonlyArray<readonly [dx: number, dy: number]>
  /** Index in `offsets` of the cell itself. */
  readonly centre: number
  /** Largest Chebyshev distance of an offset. */
  readonly radius: number
}

/** Builds a neighbourhood from offsets, sorted row by row; throws when the cell itself is not among them. */
export const neighbourhood = (
  id: string,
  dimension: 1 | 2,
  offsets: ReadonlyArray<readonly [number, number]>
): Neighbourhood => {
  const sorted = [...offsets].sort(([ax, ay], [bx, by]) => ay - by || ax - bx)
  const centre = sorted.findIndex(([dx, dy]) => dx === 0 && dy === 0)
  if (centre < 0) throw new Error(`${id}: a neighbourhood contains its own cell`)
  const radius = Math.max(...sorted.map(([dx, dy]) => Math.max(Math.abs(dx), Math.abs(dy))))
  return { id, dimension, offsets: sorted, centre, radius }
}

const square = (radius: number): Array<readonly [number, number]> => {
  const side = Array.from({ length: 2 * radius + 1 }, (_, i) => i - radius)
  return side.flatMap((dy) => side.map((dx) => [dx, dy] as const))
}

/** All cells within Chebyshev distance `radius`: (2·radius + 1)² of them. */
export const moore = (radius: number): Neighbourhood => neighbourhood(`moore-${radius}`, 2, square(radius))

/** All cells within Manhattan distance `radius`. */
export const vonNeumann = (radius: number): Neighbourhood =>
  neighbourhood(
    `von-neumann-${radius}`,
    2,
    square(radius).filter(([x, y]) => Math.abs(x) + Math.abs(y) <= radius)
  )

/** All cells whose centres lie less than `radius` + ½ away. */
export const circular = (radius: number): Neighbourhood =>
  neighbourhood(
    `circular-${radius}`,
    2,
    square(radius).filter(([x, y]) => 4 * (x * x + y * y) < (2 * radius + 1) ** 2)
  )

/** The six neighbours of a hexagonal grid as Golly lays it on squares: Moore without north-east and south-west. */
export const hexagonal = (): Neighbourhood =>
  neighbourhood(
    "hexagonal-1",
    2,
    square(1).filter(([x, y]) => x + y !== 0 || x === 0)
  )

/** `2·radius + 1` cells of one row; rows do not see each other. */
export const line = (radius: number): Neighbourhood =>
  neighbourhood(
    `line-${radius}`,
    1,
    square(radius).filter(([, y]) => y === 0)
  )

/** The neighbourhood with this id, or null for an id that none of the above has. */
export const neighbourhoodById = (id: string): Neighbourhood | null => {
  const [, name, digits] = /^(moore|von-neumann|circular|hexagonal|line)-(\d+)$/.exec(id) ?? []
  const radius = Number(digits)
  if (name === "moore") return moore(radius)
  if (name === "von-neumann") return vonNeumann(radius)
  if (name === "circular") return circular(radius)
  if (name === "line") return line(radius)
  return name === "hexagonal" && radius === 1 ? hexagonal() : null
}

/** Patterns above this number are not tabulated; the census is then taken over classes. */
export const tabulationLimit = 1 << 20

/** Number of patterns, statesᵏ for k cells; may exceed `tabulationLimit`. */
export const patternCount = (cells: Neighbourhood, states: number): number => states ** cells.offsets.length

/** Pattern number of cells in the order of the offsets, the first most significant: 0 to statesᵏ - 1. */
export const encodePattern = (cells: ArrayLike<number>, states: number): number => {
  let pattern = 0
  for (let i = 0; i < cells.length; i++) pattern = pattern * states + cells[i]!
  return pattern
}

/** The `length` cells of a pattern in the order of the neighbourhood's offsets, each 0 to states - 1. */
export const decodePattern = (pattern: number, length: number, states: number): Uint8Array => {
  const cells = new Uint8Array(length)
  let rest = pattern
  for (let i = length - 1; i >= 0; i--) {
    cells[i] = rest % states
    rest = Math.floor(rest / states)
  }
  return cells
}
