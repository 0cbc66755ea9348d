import { unobserved } from "@rulescope/lattice"
import type { World } from "../data/world.ts"
import { type Style, styleOf, type TerminalOptions } from "./style.ts"

/** The world with every `factor` × `factor` block as one cell: its largest state, unobserved when nothing in it was seen. */
const shrunk = (world: World, factor: number): World => {
  const width = Math.ceil(world.width / factor)
  const height = Math.ceil(world.height / factor)
  const cells = new Uint8Array(width * height).fill(unobserved)
  for (let y = 0; y < world.height; y++) {
    for (let x = 0; x < world.width; x++) {
      const cell = world.cells[y * world.width + x]!
      const at = Math.floor(y / factor) * width + Math.floor(x / factor)
      if (cell !== unobserved) cells[at] = cells[at] === unobserved ? cell : Math.max(cells[at]!, cell)
    }
  }
  return { width, height, cells }
}

const cellAt = ({ cells, height, width }: World, x: number, y: number): number =>
  x < width && y < height ? cells[y * width + x]! : 0

const isLive = (cell: number): boolean => cell !== 0 && cell !== unobserved

/** Lines of characters, each of which stands for `columns` × `rows` cells. */
const lines = (
  world: World,
  columns: number,
  rows: number,
  character: (x: number, y: number) => string
): ReadonlyArray<string> =>
  Array.from({ length: Math.ceil(world.height / rows) }, (_, y) =>
    Array.from({ length: Math.ceil(world.width / columns) }, (_, x) => character(x * columns, y * rows)).join("")
  )

const plain = (world: World): ReadonlyArray<string> =>
  lines(world, 1, 1, (x, y) => {
    const cell = cellAt(world, x, y)
    if (cell === unobserved) return "?"
    return cell === 0 ? "." : cell === 1 ? "#" : cell.toString(36).at(-1)!
  })

const halfBlocks = (world: World): ReadonlyArray<string> =>
  lines(world, 1, 2, (x, y) => {
    const upper = cellAt(world, x, y)
    const lower = cellAt(world, x, y + 1)
    if (isLive(upper)) return isLive(lower) ? "█" : "▀"
    if (isLive(lower)) return "▄"
    return upper === unobserved || lower === unobserved ? "░" : " "
  })

// Dots of a braille character in the order of their bits (Unicode, block U+2800).
const dots = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 3],
  [1, 3]
] as const

const braille = (world: World): ReadonlyArray<string> =>
  lines(world, 2, 4, (x, y) => {
    const bits = dots.reduce((sum, [dx, dy], bit) => sum + (isLive(cellAt(world, x + dx, y + dy)) ? 1 << bit : 0), 0)
    return String.fromCodePoint(0x2800 + bits)
  })

const draw = (world: World, style: Style): { readonly lines: ReadonlyArray<string>; readonly factor: number } => {
  if (!style.ascii && world.width <= style.width) return { lines: halfBlocks(world), factor: 1 }
  const perColumn = style.ascii ? 1 : 2
  const factor = Math.max(1, Math.ceil(world.width / (perColumn * style.width)))
  const smaller = factor === 1 ? world : shrunk(world, factor)
  return { lines: style.ascii ? plain(smaller) : braille(smaller), factor }
}

/**
 * One frame in characters: two cells in each while they fit (live halves filled, unobserved shaded), else eight
 * as braille dots, in worlds that are larger still a dot for a square block with any live cell in it, which a
 * last line says. In ASCII one character for each cell: ".", "#", further states as digits, "?" unobserved.
 */
export const terminalWorld = (world: World, options: TerminalOptions = {}): string => {
  const style = styleOf(options)
  const { factor, lines } = draw(world, style)
  const drawn = lines.map((text) => style.paint("live", text))
  const note = `each ${style.ascii ? "character" : "dot"} is ${factor} ${style.times} ${factor} cells`
  return [...drawn, ...(factor > 1 ? [style.paint("muted", note)] : [])].join("\n")
}
