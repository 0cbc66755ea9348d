import type { Links, ReportFigure } from "@rulescope/study-report"
import { Button, Figure, useTexts, useTheme } from "@rulescope/ui"
import { useMemo } from "react"
import { fileName, save } from "../save.ts"
import { texts } from "../texts/texts.ts"

interface StudyFigureProps {
  readonly figure: ReportFigure
  /** Name of the study, for the file. */
  readonly study: string
  readonly links: Links
}

/** A figure of a study; its rows and cells lead to their runs. As a file it is light and leads nowhere. */
export const StudyFigure = ({ figure, links, study }: StudyFigureProps) => {
  const say = useTexts(texts)
  const { shown } = useTheme()
  const svg = useMemo(() => figure.svg({ theme: shown, links }), [figure, shown, links])
  return (
    <div className="study-figure">
      <Figure svg={svg} />
      <Button
        kind="quiet"
        onClick={() => save(`${fileName(study, figure.name)}.svg`, "image/svg+xml", figure.svg({ theme: "light" }))}
      >
        {say.figures.download}
      </Button>
    </div>
  )
}
