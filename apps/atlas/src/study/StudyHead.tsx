import { type StudyRow, tally, toCsv } from "@rulescope/study"
import { Button, Checkbox, Progress, useTexts } from "@rulescope/ui"
import { fileName, save } from "../save.ts"
import { texts } from "../texts/texts.ts"
import type { OpenStudy } from "./OpenStudy.ts"
import type { StudyControl } from "./useStudy.ts"

interface StudyHeadProps {
  readonly study: OpenStudy
  readonly control: StudyControl
  /** Rows that the filters let through. */
  readonly rows: ReadonlyArray<StudyRow>
}

/** What the study is, how far it is, and what is done with all of it. */
export const StudyHead = ({ control, rows, study: { all, source } }: StudyHeadProps) => {
  const say = useTexts(texts)
  const { done, failed, missing, planned } = tally(all)
  const { study } = all
  const ended = done + failed
  const { following } = control
  const refresh = (): void => {
    // Whoever asks again wants to see it go on.
    if (following.state === "lost") following.choose(true)
    control.refresh()
  }
  return (
    <section className="study-head" aria-label={say.theStudy}>
      <div className="study-name">
        <h2>{study.name}</h2>
        {study.question !== undefined && <p>{study.question}</p>}
        <p className="rs-muted">
          {say.head.progress(ended, planned)}
          {failed > 0 && say.head.failed(failed)}
          {source.name !== "" && ` · ${source.name}`}
        </p>
        {missing > 0 && <Progress label={say.head.missing(missing)} value={ended / Math.max(1, planned)} />}
      </div>
      <div className="rs-row">
        {following.state === "on" || following.state === "off" ? (
          <Checkbox checked={following.state === "on"} onChange={following.choose}>
            {say.head.follow}
          </Checkbox>
        ) : (
          following.state === "lost" && (
            <p className="rs-muted" role="status">
              {say.head.lost}
            </p>
          )
        )}
        {source.state !== undefined && following.state !== "on" && (
          <Button onClick={refresh} disabled={control.busy}>
            {control.busy ? say.head.refreshing : say.head.refresh}
          </Button>
        )}
        <Button
          disabled={rows.length === 0}
          onClick={() => save(`${fileName(study.name, "rows")}.csv`, "text/csv", toCsv({ study, rows }))}
        >
          {say.head.csv(rows.length)}
        </Button>
        <Button kind="quiet" onClick={control.close}>
          {say.head.another}
        </Button>
      </div>
    </section>
  )
}
