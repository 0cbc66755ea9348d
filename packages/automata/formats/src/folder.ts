import type { Recording } from "@rulescope/lattice"
import type { NamedBytes } from "@rulescope/core"
import { Result } from "effect"
import { looksLikeRecording, readable, type Recognised, recognise } from "./detect.ts"
import { recordingOf, type StatedFrames } from "./evolution.ts"
import { readSingle } from "./file.ts"
import { evolutionOf } from "./rle/evolution.ts"
import type { Pattern } from "./rle/pattern.ts"
import { readPatterns } from "./rle/patterns.ts"
import { readCells } from "./rle/plaintext.ts"
import { type Dated, inOrder, numberInName } from "./series.ts"
import { readGrid } from "./text/grid.ts"
import { inFile, type Read, unreadable } from "./unreadable.ts"

interface Member {
  readonly name: string
  readonly content: Recognised
}

/** Names of the files by format, for messages. */
const listed = (names: ReadonlyArray<string>): string =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`

/** Text files count only where nothing else is a recording: beside other formats they are notes. */
const ofOneFormat = (members: ReadonlyArray<Member>): Read<ReadonlyArray<Member>> => {
  const firm = members.filter(({ content }) => content.format !== "text")
  const counted = firm.length > 0 ? firm : members
  const other = counted.find(({ content }) => content.format !== counted[0]!.content.format)
  return other === undefined
    ? Result.succeed(counted)
    : unreadable(
        `the folder mixes formats: ${counted[0]!.name} is ${counted[0]!.content.format}, ${other.name} is ${other.content.format}`,
        "name one file, or a folder of one format"
      )
}

/** The pattern of each file when every file holds one, null when every file holds several. */
const onePatternEach = (members: ReadonlyArray<Member>): Read<ReadonlyArray<Pattern> | null> =>
  Result.gen(function* () {
    const files: Array<readonly [string, ReadonlyArray<Pattern>]> = []
    for (const { content, name } of members) {
      const text = "text" in content ? content.text : ""
      const read = content.format === "cells" ? Result.map(readCells(text, name), (one) => [one]) : readPatterns(text)
      files.push([name, yield* inFile(name)(read)])
    }
    const single = files.find(([, patterns]) => patterns.length === 1)
    const several = files.find(([, patterns]) => patterns.length > 1)
    if (single !== undefined && several !== undefined) {
      return yield* unreadable(
        `${single[0]} holds one pattern, ${several[0]} holds ${several[1].length}`,
        "use one file for each generation, or one for each evolution"
      )
    }
    return several === undefined ? files.map(([name, [pattern]]) => ({ ...pattern!, name })) : null
  })

/** Text files of one frame each, as one evolution in the order of the numbers in their names. */
const frameSeries = (
  files: ReadonlyArray<{ readonly name: string; readonly value: StatedFrames }>
): Read<StatedFrames> =>
  Result.gen(function* () {
    const [first] = files
    const dated: Array<Dated<StatedFrames>> = []
    for (const { name, value } of files) {
      const generation = numberInName(name)
      if (generation === null) {
        return yield* unreadable(`the generation of ${name} is not known`, "number the files, as in 005.txt")
      }
      if (value.width !== first!.value.width || value.height !== first!.value.height) {
        return yield* unreadable(
          `${first!.name} has ${first!.value.width} × ${first!.value.height} cells, ${name} has ${value.width} × ${value.height}`,
          "record all generations in one window"
        )
      }
      dated.push({ generation, name, value })
    }
    const frames = yield* inOrder(dated, (a, b) => a.cells.every((cell, i) => cell === b.cells[i]))
    const size = first!.value.cells.length
    const cells = new Uint8Array(size * frames.length)
    for (const [t, { value }] of frames.entries()) cells.set(value.cells, t * size)
    return { ...frames[0]!.value, frames: frames.length, cells }
  })

/** One recording from files that hold a generation each, or null when they hold several. */
const asSeries = (members: ReadonlyArray<Member>): Read<StatedFrames | null> =>
  Result.gen(function* () {
    const format = members[0]!.content.format
    if (format === "rle" || format === "cells") {
      const patterns = yield* onePatternEach(members)
      return patterns === null ? null : yield* evolutionOf(patterns, ({ name }) => numberInName(name))
    }
    if (format !== "text") return null
    const files: Array<{ name: string; value: StatedFrames }> = []
    for (const { content, name } of members) {
      files.push({ name, value: yield* inFile(name)(readGrid("text" in content ? content.text : "")) })
    }
    return files.every(({ value }) => value.frames === 1) ? yield* frameSeries(files) : null
  })

/** Where files do not say how many states there are, those of one folder are taken to share them. */
const shareStates = (recordings: ReadonlyArray<Recording>): ReadonlyArray<Recording> => {
  const states = Math.max(...recordings.map((recording) => recording.states))
  return recordings.map((recording) => (recording.rule === null ? { ...recording, states } : recording))
}

/**
 * Recordings of a folder: one whose generations are the files, where each file holds a single frame; else one
 * a file. `source` names the folder.
 */
export const readFolder = (files: ReadonlyArray<NamedBytes>, source: string): Read<ReadonlyArray<Recording>> =>
  Result.gen(function* () {
    const meant = files.filter(looksLikeRecording)
    if (meant.length === 0) {
      return yield* unreadable(`no recording among ${listed(files.map(({ name }) => name))}`, readable)
    }
    const members: Array<Member> = []
    for (const file of meant) members.push({ name: file.name, content: yield* inFile(file.name)(recognise(file)) })
    const counted = yield* ofOneFormat(members)
    const series = yield* asSeries(counted)
    if (series !== null) return [recordingOf(source, series)]
    const recordings: Array<Recording> = []
    for (const { content, name } of counted) recordings.push(yield* inFile(name)(readSingle(content, name)))
    return shareStates(recordings)
  })
