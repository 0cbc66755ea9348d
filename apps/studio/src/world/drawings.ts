import type { Evolution } from "./Evolution.ts"

/** A world that was drawn on, as it stands now. */
export interface Drawing {
  readonly generation: number
  /** `cells[y * width + x]` */
  readonly cells: Uint8Array
}

/** By what made the world: a text for the generator with its seed, and the place of the recording. */
export type Drawings = ReadonlyMap<string, Drawing>

/** Drawings that are kept beside each other; the oldest goes first. */
const most = 16

/** The drawings with the world as it is now, or without it where nothing is drawn on it any more. */
export const withDrawing = (drawings: Drawings, key: string, evolution: Evolution): Drawings => {
  const others = [...drawings].filter(([other]) => other !== key)
  if (!evolution.painted()) return new Map(others)
  const drawing = { generation: evolution.generation(), cells: evolution.cells.slice() }
  return new Map([...others.slice(1 - most), [key, drawing]])
}
