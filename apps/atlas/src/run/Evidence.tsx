import {
  classFigure,
  classFigureSvg,
  counterFigure,
  counterFigureSvg,
  familyFigure,
  familyFigureSvg
} from "@rulescope/charts"
import { families } from "@rulescope/preset/families"
import type { RunDetail } from "@rulescope/automata"
import type { StudyRow } from "@rulescope/study"
import { Button, Figure, Panel, useTexts, useTheme } from "@rulescope/ui"
import { type ReactNode, useMemo } from "react"
import { fileName, save } from "../save.ts"
import { figureTexts, texts } from "../texts/texts.ts"
import { ClassTable } from "./ClassTable.tsx"

interface EvidenceProps {
  readonly row: StudyRow
  readonly detail: RunDetail
}

type Draw = (theme: "light" | "dark") => string

/** What a run rests on: the counters against the thresholds, every class, the families. */
export const Evidence = ({ detail, row }: EvidenceProps) => {
  const { run: say } = useTexts(texts)
  const figureWords = useTexts(figureTexts)
  const { shown } = useTheme()
  const figures = useMemo(() => {
    const { data, estimate, evidence } = detail
    const reading = { census: data.census, evidence, estimate, truth: row.truth }
    const counters = counterFigure(reading, families, figureWords)
    const classes = classFigure(reading, families, figureWords)
    const scores = familyFigure({ family: data.family }, families, figureWords)
    const drawn: ReadonlyArray<readonly [name: "counters" | "classes" | "families", draw: Draw]> = [
      ["counters", (theme) => counterFigureSvg(counters, { theme })],
      ["classes", (theme) => classFigureSvg(classes, { theme })],
      // A family that was stated has no rivals to be drawn beside.
      ...(scores.bars.length > 1
        ? [["families", (theme: "light" | "dark") => familyFigureSvg(scores, { theme })] as const]
        : [])
    ]
    return drawn
  }, [detail, figureWords, row])
  const panel = (name: "counters" | "classes" | "families", draw: Draw): ReactNode => (
    <Panel
      key={name}
      title={say.figures[name].title}
      actions={
        <Button
          kind="quiet"
          onClick={() => save(`${fileName(`run ${row.run}`, name)}.svg`, "image/svg+xml", draw("light"))}
        >
          {say.download}
        </Button>
      }
    >
      <p className="rs-hint">{say.figures[name].meaning}</p>
      <Figure svg={draw(shown)} />
      {name === "classes" && <ClassTable detail={detail} />}
    </Panel>
  )
  return figures.map(([name, draw]) => panel(name, draw))
}
