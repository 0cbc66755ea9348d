/**
 * Letters of each neighbour count in alphabetical order; counts 0 and 8 have one arrangement and no letter.
 *
 * Source: A. Hensel's notation for isotropic non-totalistic rules (Golly help, "QuickLife").
 */
export const letters: ReadonlyArray<string> = [
  "",
  "ce",
  "aceikn",
  "aceijknqry",
  "aceijknqrtwyz",
  "aceijknqry",
  "aceikn",
  "ce",
  ""
]

/**
 * One arrangement for every letter, as a pattern number with a dead centre (north-west is bit 8,
 * row by row to south-east, bit 0). All others follow by turning and mirroring. Checked letter by
 * letter against bgolly 3.3.
 */
export const arrangements: ReadonlyArray<Readonly<Record<string, number>>> = [
  { "": 0 },
  { c: 1, e: 2 },
  { a: 3, c: 5, e: 10, i: 40, k: 12, n: 68 },
  { a: 11, c: 69, e: 42, i: 7, j: 14, k: 98, n: 13, q: 70, r: 41, y: 97 },
  { a: 15, c: 325, e: 170, i: 45, j: 106, k: 99, n: 71, q: 102, r: 43, t: 105, w: 78, y: 101, z: 108 },
  { a: 79, c: 171, e: 327, i: 47, j: 103, k: 229, n: 107, q: 110, r: 109, y: 173 },
  { a: 111, c: 175, e: 335, i: 365, k: 231, n: 238 },
  { c: 239, e: 367 },
  { "": 495 }
]
