import type { Recording } from "@rulescope/lattice"
import { Empty, Notice, Progress, Select, useTexts } from "@rulescope/ui"
import { useState } from "react"
import { FailureText } from "../FailureText.tsx"
import { configValue } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import { World } from "./World.tsx"

/** The recordings that a run will learn from. */
export const WorldView = () => {
  const say = useTexts(texts)
  const { shown, state } = useStudio()
  const recorded = state.draft.generator.id === "recording"
  if (recorded && configValue(state.draft.generator, "path") === undefined) {
    return (
      <Empty title={say.world.none}>
        <p>{say.world.noneHint}</p>
      </Empty>
    )
  }
  if (shown.kind === "loading") return <Progress label={say.world.loading} />
  if (shown.kind === "too large") return <Empty title={say.world.tooLarge}>{say.world.tooLargeHint}</Empty>
  if (shown.kind === "failed") {
    return (
      <Notice kind="bad" title={recorded ? say.world.unreadable : say.world.failed}>
        <FailureText failure={shown.failure} />
      </Notice>
    )
  }
  return <Recordings recordings={shown.recordings} of={shown.of} />
}

interface RecordingsProps {
  readonly recordings: ReadonlyArray<Recording>
  readonly of: string
}

const Recordings = ({ of, recordings }: RecordingsProps) => {
  const say = useTexts(texts)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, recordings.length - 1)
  const recording = recordings[at]
  if (recording === undefined) return <Empty title={say.world.none} />
  const { frames, height, rule, source, width } = recording
  return (
    <div className="studio-stack">
      <div className="rs-row">
        {recordings.length > 1 && (
          <Select
            className="studio-narrow"
            aria-label={say.world.which}
            value={String(at)}
            options={recordings.map((one, index) => ({ value: String(index), label: one.source }))}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
        <p className="rs-muted">
          {recordings.length > 1 ? "" : `${source} · `}
          {say.world.shape(width, height, frames)} · {rule === null ? say.world.unknownRule : <code>{rule}</code>}
        </p>
      </div>
      <World recording={recording} drawn={`${of} ${at}`} />
    </div>
  )
}
