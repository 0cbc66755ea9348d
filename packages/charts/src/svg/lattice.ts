import { grouped } from "../data/numbers.ts"
import { figure, figureWidth, margin } from "./figure.ts"
import { moved, tag } from "./markup.ts"
import { fitted, label, textWidth } from "./text.ts"
import { type SvgOptions, themeOf } from "./theme.ts"

/** Symmetries and which contains which: what `symmetryLattice` of the package equivariant gives. */
export interface LatticeFigure {
  readonly title: string
  /** Line below the title. */
  readonly note: string
  readonly nodes: ReadonlyArray<{
    readonly id: string
    readonly title: string
    readonly orbits: number
    /** Steps from the trivial group, 0 for it. */
    readonly level: number
    /** Written below, e.g. who uses it. */
    readonly used?: string
  }>
  /** Pairs of ids, the smaller group first. */
  readonly edges: ReadonlyArray<readonly [smaller: string, larger: string]>
}

const box = { width: 320, height: 62 }
const gap = { x: 44, y: 30 }

/** Boxes with the number of orbits, the trivial group at the foot, lines up to what contains it. 960 units wide. */
export const latticeFigureSvg = (data: LatticeFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const levels = Math.max(0, ...data.nodes.map(({ level }) => level))
  const top = margin + 62
  const places = new Map(
    data.nodes.map((node) => {
      const beside = data.nodes.filter(({ level }) => level === node.level)
      const wide = beside.length * box.width + (beside.length - 1) * gap.x
      const x = (figureWidth - wide) / 2 + beside.indexOf(node) * (box.width + gap.x)
      return [node.id, { x, y: top + (levels - node.level) * (box.height + gap.y) }] as const
    })
  )
  return figure(
    { width: figureWidth, height: top + (levels + 1) * box.height + levels * gap.y + margin },
    data.title,
    theme,
    label(margin, margin + 16, data.title, { size: 18, bold: true }),
    label(margin, margin + 36, data.note, { size: 12 }, { fill: theme.muted }),
    ...data.edges.map(([smaller, larger]) => {
      const [from, to] = [places.get(smaller)!, places.get(larger)!]
      return tag("line", {
        class: "inclusion",
        x1: from.x + box.width / 2,
        y1: from.y,
        x2: to.x + box.width / 2,
        y2: to.y + box.height,
        stroke: theme.deadOutline,
        "stroke-width": 1.5
      })
    }),
    ...data.nodes.map(({ id, orbits, title, used }) => {
      const { x, y } = places.get(id)!
      const count = grouped(orbits)
      const numberWidth = textWidth(count, { size: 18, bold: true })
      return moved(
        x,
        y,
        tag("rect", {
          class: "symmetry",
          "data-id": id,
          width: box.width,
          height: box.height,
          rx: 6,
          fill: used === undefined ? theme.dead : theme.background,
          stroke: used === undefined ? theme.deadOutline : theme.live,
          "stroke-width": used === undefined ? 1 : 2
        }),
        label(12, 24, id === "all" ? "all permutations" : id, { size: 14, bold: true }),
        label(box.width - 12, 26, count, { size: 18, bold: true }, { "text-anchor": "end", fill: theme.live }),
        used === undefined
          ? ""
          : label(box.width - 24 - numberWidth, 25, used, { size: 12, bold: true }, { "text-anchor": "end" }),
        label(12, 47, fitted(title, { size: 11 }, box.width - 24), { size: 11 }, { fill: theme.muted })
      )
    })
  )
}
