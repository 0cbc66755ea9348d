import type { StudyRow } from "@rulescope/study"
import { Notice, Progress, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"
import { Evidence } from "./Evidence.tsx"
import type { Detail } from "./useDetail.ts"
import { Verdict } from "./Verdict.tsx"

interface FindingsProps {
  readonly row: StudyRow
  readonly detail: Detail
}

/** The rule, the verdict and what they rest on, as far as the study keeps it. */
export const Findings = ({ detail, row }: FindingsProps) => {
  const say = useTexts(texts).run
  return (
    <>
      <Verdict row={row} verdict={detail.state === "there" ? detail.detail.verdict : undefined} />
      {detail.state === "loading" && <Progress label={say.loading} />}
      {detail.state === "unkept" && (
        <Notice kind="info" title={say.unkept}>
          <p>{say.unkeptText}</p>
          <pre>{`rulescope study show DIR ${row.run}`}</pre>
        </Notice>
      )}
      {detail.state === "lost" && (
        <Notice kind="bad" title={say.lost}>
          <p>{detail.why}</p>
        </Notice>
      )}
      {detail.state === "there" && <Evidence row={row} detail={detail.detail} />}
    </>
  )
}
