import { sentenceOf } from "@rulescope/core"
import type { StudyRow } from "@rulescope/study"
import { Notice, Progress, Said, useTexts } from "@rulescope/ui"
import { Unreadable } from "../source/StudySource.ts"
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
  const { run: say, unreadable } = useTexts(texts)
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
          <p>
            {detail.why instanceof Unreadable ? (
              unreadable[detail.why.why](detail.why.file)
            ) : (
              <Said>{sentenceOf(detail.why)}</Said>
            )}
          </p>
        </Notice>
      )}
      {detail.state === "there" && <Evidence row={row} detail={detail.detail} />}
    </>
  )
}
