import { word } from "@rulescope/core"
import { explain, readRule } from "@rulescope/lattice"
import { families } from "@rulescope/preset"
import { Button, Panel, Said, useTexts } from "@rulescope/ui"
import type { ReactNode } from "react"
import { FailureText } from "./FailureText.tsx"
import { problemsOfDraft } from "./pipeline/problemsOfDraft.ts"
import { configValue, firstDraft } from "./state/draft.ts"
import { useStudio } from "./state/StudioProvider.tsx"
import { texts } from "./texts/texts.ts"

/** The one primary action: run, or cancel what runs. Where it cannot run, it says why. */
export const Start = () => {
  const say = useTexts(texts)
  const { cancel, dispatch, ready, start, state } = useStudio()
  const { draft, runs, started } = state
  const running = runs.find(({ status }) => status === "running")
  const why = useReason()
  return (
    <Panel title={say.setUp} className="studio-start">
      <div className="studio-stack">
        {running === undefined ? (
          <Button
            kind={started === draft ? "plain" : "primary"}
            disabled={why !== null}
            aria-describedby="studio-reason"
            onClick={() => start(draft)}
          >
            {started === draft ? say.findAgain : say.find}
          </Button>
        ) : (
          <Button onClick={() => cancel(running.id)}>{say.cancel}</Button>
        )}
        <div id="studio-reason" className="rs-hint">
          {why}
        </div>
        <div className="rs-row studio-foot">
          <span className="rs-muted" data-testid="ready">
            {ready ? say.ready : ""}
          </span>
          {draft !== firstDraft && (
            <Button kind="quiet" onClick={() => dispatch({ kind: "draft", draft: firstDraft })}>
              {say.startAnew}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}

/** Why the draft cannot be run as it is; null when it can. */
const useReason = (): ReactNode => {
  const say = useTexts(texts)
  const { shown, state } = useStudio()
  const { draft, files } = state
  const path = configValue(draft.generator, "path")
  const rule = configValue(draft.generator, "rule")
  if (draft.generator.id === "recording" && path === undefined) return <p>{say.giveRecording}</p>
  if (typeof path === "string" && !files.has(path)) return <p>{say.world.missing(path)}</p>
  const wrong = problemsOfDraft(draft)
  if (wrong.length > 0) {
    return (
      <p>
        {say.fix} <code>{wrong.join(", ")}</code>
      </p>
    )
  }
  const read = typeof rule === "string" ? readRule(families, rule) : undefined
  if (read?.ok === false) {
    return (
      <p>
        {say.fix} <Said>{word(explain(read.error).split("\n")[0]!)}</Said>
      </p>
    )
  }
  return shown.kind === "failed" ? <FailureText failure={shown.failure} /> : null
}
