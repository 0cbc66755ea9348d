import type { Registry } from "@rulescope/core"
import { automataRegistries } from "@rulescope/preset"
import { Notice, Panel, Progress, useTexts } from "@rulescope/ui"
import { useEffect, useRef, useState } from "react"
import { FailureText } from "../FailureText.tsx"
import { problemsOfDraft } from "../pipeline/problemsOfDraft.ts"
import { StageForm } from "../pipeline/StageForm.tsx"
import { type Draft, draftOf } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import type { Run } from "./runState.ts"

/** A threshold is dragged or typed; the reading follows when it rests. */
const restMs = 300

/** Reads the rule again with another inferrer or other thresholds; the trained network is used again. */
export const Reread = ({ run }: { readonly run: Run }) => {
  const say = useTexts(texts)
  const { reread, state } = useStudio()
  const { spec } = run.state
  const [choice, setChoice] = useState<Registry.Choice | null>(null)
  const begin = useRef((draft: Draft) => reread(run, draft))
  begin.current = (draft) => reread(run, draft)
  useEffect(() => {
    if (choice === null || spec === null) return
    const draft = { ...draftOf(spec), inferrer: choice }
    if (problemsOfDraft(draft).length > 0) return
    const timer = setTimeout(() => begin.current(draft), restMs)
    return () => clearTimeout(timer)
  }, [choice, spec])
  if (spec === null) return null
  return (
    <Panel title={say.run.reread}>
      <p className="rs-hint studio-lead">{say.run.rereadHint}</p>
      <StageForm
        title={say.pipeline.stages.inferrer}
        registry={automataRegistries.inferrers}
        choice={choice ?? spec.inferrer}
        onChange={setChoice}
      />
      {state.rereading !== null &&
        (state.rereading.failure === null ? (
          <Progress label={say.run.rereading} />
        ) : (
          <Notice kind="bad" title={say.run.failed}>
            <FailureText failure={state.rereading.failure} />
          </Notice>
        ))}
    </Panel>
  )
}
