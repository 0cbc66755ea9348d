import { gzipSync } from "node:zlib"
import { Effect } from "effect"
import {
  parseRecordings,
  writeNpy,
  writeNpz,
  writeRle,
  writeText
} from "../../../packages/automata/formats/src/index.ts"
import type { Recording } from "../../../packages/automata/lattice/src/index.ts"
import { type Seed, type Target, text } from "../target.ts"

/** A glider on a small torus, and what follows. */
const recording: Recording = {
  source: "glider",
  width: 6,
  height: 5,
  frames: 3,
  states: 2,
  boundary: "torus",
  rule: "B3/S23",
  cells: Uint8Array.from({ length: 90 }, (_, i) => ((i * 7919) % 5 === 0 ? 1 : 0))
}
const masked: Recording = { ...recording, cells: recording.cells.map((cell, i) => (i % 11 === 0 ? 255 : cell)) }

const frames = [
  [0, 1, 0, 1, 1, 0],
  [1, 1, 0, 0, 1, 0]
]

const seeds: ReadonlyArray<Seed> = [
  { name: "a.npy", bytes: writeNpy(recording) },
  { name: "masked.npy", bytes: writeNpy(masked) },
  { name: "a.npz", bytes: writeNpz(masked) },
  { name: "a.rle", bytes: writeRle(recording) },
  { name: "a.rle.gz", bytes: gzipSync(writeRle(recording)) },
  { name: "a.txt", bytes: writeText(recording) },
  text("x = 3, y = 3, rule = B36/S23:T20,20\nbob$2bo$3o!\n", "b.rle"),
  text("x = 4, y = 2, rule = 345/2/4\n.ABC$CB.A!\n", "c.rle"),
  text("!Name: Glider\n.O.\n..O\nOOO\n", "g.cells"),
  text("#Life 1.05\n#R 23/3\n#P -1 -1\n.*.\n..*\n***\n", "g.lif"),
  text("#Life 1.06\n0 -1\n1 0\n-1 1\n0 1\n1 1\n", "h.lif"),
  text("[M2] (golly 4.0)\n#R B3/S23\n.*$..*$***$\n4 0 1 0 0\n", "g.mc"),
  text("#MCell 4.20\n#GAME Life\n#RULE 23/3\n#BOARD 20x20\n#L .A$..A$3A$\n", "g.mcl"),
  text("xq4_153\n", "apg.txt"),
  text("t,x,y,state\n0,0,0,1\n0,1,0,0\n1,0,0,0\n1,1,0,1\n", "long.csv"),
  text("0,1,0\n1,1,0\n\n1,0,1\n0,0,1\n", "grid.csv"),
  text(JSON.stringify({ rule: "B3/S23", frames: frames.map((row) => [row, row]) }), "a.json"),
  text("[[[0 1 0]\n  [1 1 0]]\n\n [[1 0 1]\n  [0 0 1]]]\n", "printed.txt"),
  text("{{{0,1},{1,0}},{{1,1},{0,0}}}", "mathematica.txt"),
  text("⬛⬜⬛\n⬜⬜⬛\n\n⬜⬛⬛\n⬛⬜⬜\n", "emoji.txt")
]

/** Recordings in every format. */
export const ofFormats: Target = {
  name: "formats",
  seeds,
  read: async (input) => {
    await Effect.runPromise(Effect.result(parseRecordings([input], input.name)))
  }
}
