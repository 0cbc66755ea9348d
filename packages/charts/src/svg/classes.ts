import { type ClassFigure, classGroups, type ClassRow } from "../data/classFigure.ts"
import { compact, confidenceText } from "../data/numbers.ts"
import type { RunWords } from "../data/runWords.ts"
import { figure, figureWidth, hatched, margin } from "./figure.ts"
import { header, plainTitle } from "./header.ts"
import { box, legend, type Mark } from "./legend.ts"
import { escaped, moved, tag } from "./markup.ts"
import { stateFill } from "./states.ts"
import { label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

/** Classes whose cell is in one state, in rows that line up with those of the other states. */
interface ClassBlock {
  readonly title: string
  readonly rows: ReadonlyArray<{ readonly name: string; readonly cells: ReadonlyArray<ClassRow> }>
}

interface Cell {
  readonly width: number
  readonly height: number
}

const between = 28
const room = figureWidth - 2 * margin

/** One block per state of the cell itself, one row per neighbour count; a single row when each count is one class. */
const blocksOf = ({ rows, words }: ClassFigure): ReadonlyArray<ClassBlock> => {
  const groups = classGroups(rows)
  const single = groups.every((group) => group.length === 1)
  return [...new Set(groups.map((group) => group[0]!.centre))].map((centre) => {
    const own = groups.filter((group) => group[0]!.centre === centre)
    return {
      title: words.classes.block(centre),
      rows: single
        ? [{ name: "", cells: own.flat() }]
        : own.map((group) => ({ name: String(group[0]!.live), cells: group }))
    }
  })
}

/** Blocks beside each other when their names stay readable there, else below each other. */
const arrange = (
  blocks: ReadonlyArray<ClassBlock>
): { readonly columns: number; readonly indent: number; readonly cell: Cell } => {
  const widest = Math.max(...blocks.flatMap(({ rows }) => rows.map(({ name }) => textWidth(name, { size: 11 }))))
  const indent = widest === 0 ? 0 : widest + 8
  const longest = Math.max(...blocks.flatMap(({ rows }) => rows.map(({ cells }) => cells.length)))
  const widthIn = (columns: number): number => ((room - between * (columns - 1)) / columns - indent) / longest
  const columns = blocks.length === 2 && blocks[0]!.rows.length > 1 && widthIn(2) >= 28 ? 2 : 1
  const width = Math.min(96, widthIn(columns))
  return { columns, indent, cell: { width, height: width >= 64 ? 62 : width >= 28 ? 34 : Math.max(12, width) } }
}

const describe = (
  { centre, confidence, label: state, live, name, support }: ClassRow,
  { classes, undetermined }: RunWords
): string =>
  [
    `${name} (${classes.cell(centre, live)})`,
    state === null ? undetermined : classes.next(state),
    classes.seen(support),
    ...(support > 0 && state !== null ? [classes.confidence(confidenceText(confidence))] : [])
  ].join(", ")

/** Confidence as a bar along the foot of a cell, from an even guess (empty) to certainty (full). */
const confidenceBar = (row: ClassRow, states: number, width: number, height: number, ink: string): string => {
  const share = Math.max(0, (row.confidence - 1 / states) / (1 - 1 / states))
  return row.support === 0 || row.label === null || share === 0
    ? ""
    : tag("rect", { class: "confidence", x: 4, y: height - 6, width: (width - 8) * share, height: 2.5, fill: ink })
}

const written = (
  row: ClassRow,
  width: number,
  height: number,
  ink: string,
  halo: string | null,
  words: RunWords
): string => {
  const outline = halo === null ? {} : { stroke: halo, "stroke-width": 4, "paint-order": "stroke" }
  const centred = { "text-anchor": "middle", fill: ink, ...outline }
  const small = { size: 10, bold: true }
  if (height < 30 || textWidth(row.name, small) > width - 2) return ""
  if (height < 50) return label(width / 2, 16, row.name, small, centred)
  const state =
    row.label === null
      ? "?"
      : row.label === 0
        ? words.classes.states[0]
        : row.label === 1
          ? words.classes.states[1]
          : `→ ${row.label}`
  const second = row.support === 0 ? words.neverSeen : `${compact(row.support)}×`
  const first = `${row.name}: ${state}`
  if (halo !== null) {
    const plate = Math.max(textWidth(first, { size: 12, bold: true }), textWidth(second, { size: 11 })) + 8
    return (
      tag("rect", { x: (width - plate) / 2, y: 13, width: plate, height: 32, fill: halo }) +
      label(width / 2, 25, first, { size: 12, bold: true }, centred) +
      label(width / 2, 40, second, { size: 11 }, centred)
    )
  }
  return (
    label(width / 2, 16, first, { size: 12, bold: true }, centred) +
    label(width / 2, 31, second, { size: 11 }, centred) +
    label(width / 2, 45, confidenceText(row.confidence), { size: 11 }, centred)
  )
}

const drawCell = (row: ClassRow, states: number, cell: Cell, words: RunWords, theme: Theme): string => {
  const gap = cell.width >= 28 ? 2 : 0.75
  const width = cell.width - 2 * gap
  const height = cell.height - 2 * gap
  const ink = row.label === null || row.label === 0 ? theme.ink : row.label === 1 ? theme.onLive : theme.onFurther
  const fill = row.label === null ? hatched(theme) : stateFill(row.label, theme)
  const stroke = row.label === null || row.label === 0 ? theme.deadOutline : fill
  return tag(
    "g",
    { class: "class", "data-class": row.name, transform: `translate(${gap},${gap})` },
    tag("title", {}, escaped(describe(row, words))),
    tag("rect", { width, height, fill, stroke, "stroke-width": gap < 1 ? 0.5 : 1 }),
    written(row, width, height, ink, row.label === null ? theme.background : null, words),
    cell.height >= 30 ? confidenceBar(row, states, width, height, ink) : "",
    row.wrong ? box("wrong", { x: 0.5, y: 0.5, width: width - 1, height: height - 1 }, theme) : ""
  )
}

const meanings = ({ rows, states, words }: ClassFigure, cell: Cell): ReadonlyArray<readonly [Mark, string]> => {
  const entries: Array<readonly [Mark, string]> = [
    ["dead", words.classes.nextDead],
    ["live", words.classes.nextLive(states > 2)]
  ]
  if (rows.some((row) => row.label === null)) entries.push(["open", words.undetermined])
  if (rows.some(({ wrong }) => wrong)) entries.push(["wrong", words.differs])
  if (cell.height >= 30) entries.push(["confidence", words.classes.confidenceBar])
  return entries
}

const drawBlock = (
  { rows, title }: ClassBlock,
  states: number,
  indent: number,
  cell: Cell,
  words: RunWords,
  theme: Theme
): ReadonlyArray<string> => [
  label(indent + 2, 10, title, { size: 12, bold: true }),
  ...rows.map(({ cells, name }, y) =>
    moved(
      0,
      18 + y * cell.height,
      name === ""
        ? ""
        : label(indent - 6, cell.height / 2 + 4, name, { size: 11 }, { "text-anchor": "end", fill: theme.muted }),
      ...cells.map((row, x) => moved(indent + x * cell.width, 0, drawCell(row, states, cell, words, theme)))
    )
  )
]

/**
 * Every class of the rule as a cell, coloured by its label and hatched when undetermined: with name, support
 * and confidence as far as there is room, else in the cell's tooltip. 960 units wide.
 */
export const classFigureSvg = (data: ClassFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const top = header(data.headline, data.words, theme)
  const blocks = blocksOf(data)
  const { cell, columns, indent } = arrange(blocks)
  const key = legend(meanings(data, cell), theme)
  const at = top.height + 14 + key.height + 18
  const blockHeight = 18 + Math.max(...blocks.map(({ rows }) => rows.length)) * cell.height
  const step = { x: (room + between) / columns, y: blockHeight + 16 }
  const height = at + Math.ceil(blocks.length / columns) * step.y - 16 + margin
  return figure(
    { width: figureWidth, height: Math.ceil(height) },
    data.words.classes.title(plainTitle(data.headline, data.words)),
    theme,
    top.markup,
    moved(0, top.height + 14, key.markup),
    ...blocks.map((block, i) =>
      moved(
        margin + (i % columns) * step.x,
        at + Math.floor(i / columns) * step.y,
        ...drawBlock(block, data.states, indent, cell, data.words, theme)
      )
    )
  )
}
