import type { Registry } from "@rulescope/core"
import { automataRegistries } from "@rulescope/preset"
import { Button, Panel, useTexts } from "@rulescope/ui"
import { useState } from "react"
import { problemsOfDraft } from "../pipeline/problemsOfDraft.ts"
import { StageForm } from "../pipeline/StageForm.tsx"
import { draftOf } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import type { Run } from "./runState.ts"

/** Reads the rule again with another inferrer or other thresholds; the trained network is used again. */
export const Reread = ({ run }: { readonly run: Run }) => {
  const say = useTexts(texts)
  const { reread, state } = useStudio()
  const { spec } = run.state
  const [choice, setChoice] = useState<Registry.Choice | null>(null)
  if (spec === null) return null
  const draft = { ...draftOf(spec), inferrer: choice ?? spec.inferrer }
  const reading = state.rereading !== null && state.rereading.failure === null
  return (
    <Panel title={say.run.reread}>
      <p className="rs-hint studio-lead">{say.run.rereadHint}</p>
      <form
        className="studio-stack"
        onSubmit={(event) => {
          event.preventDefault()
          reread(run, draft)
        }}
      >
        <StageForm
          title={say.pipeline.stages.inferrer}
          registry={automataRegistries.inferrers}
          choice={draft.inferrer}
          onChange={setChoice}
        />
        <div className="rs-row">
          <Button type="submit" disabled={reading || problemsOfDraft(draft).length > 0}>
            {say.run.readAgain}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
