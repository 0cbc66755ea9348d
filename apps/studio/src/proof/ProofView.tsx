import type { Recording } from "@rulescope/lattice"
import type { RunResult } from "@rulescope/automata"
import { Empty, Notice, Panel, Progress, useTexts } from "@rulescope/ui"
import { useEffect, useState } from "react"
import { FailureText } from "../FailureText.tsx"
import type { Failure } from "../run/protocol.ts"
import { VerdictNotice } from "../run/VerdictNotice.tsx"
import { filesFor } from "../state/files.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import { Comparison } from "./Comparison.tsx"

type Frames =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly recordings: ReadonlyArray<Recording> }
  | { readonly kind: "failed"; readonly failure: Failure }

/** The frames that a run learned from and was tested on; the generator gives them again. */
const useFrames = (result: RunResult | null): Frames => {
  const { laboratory, state } = useStudio()
  const { files } = state
  const [frames, setFrames] = useState<Frames>({ kind: "loading" })
  const spec = result?.spec
  const generator = JSON.stringify(spec?.generator)
  useEffect(() => {
    if (spec === undefined) return
    let current = true
    setFrames({ kind: "loading" })
    laboratory.generate(spec.generator, spec.seed, filesFor(spec.generator, files)).then(
      (recordings) => current && setFrames({ kind: "ready", recordings }),
      (failure: Failure) => current && setFrames({ kind: "failed", failure })
    )
    return () => {
      current = false
    }
    // The same generator and seed give the same frames, whatever else of the spec differs.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [laboratory, generator, spec?.seed, files])
  return frames
}

/** The immediate test: what was recorded beside what the rule makes, and where they differ. */
export const ProofView = () => {
  const say = useTexts(texts)
  const { run } = useStudio()
  const result = run?.state.result ?? null
  const frames = useFrames(result)
  if (run === undefined || result === null) {
    return (
      <Empty title={say.proof.empty}>
        <p>{say.proof.emptyHint}</p>
      </Empty>
    )
  }
  return (
    <div className="studio-stack">
      <VerdictNotice result={result} />
      <Panel title={`${say.proof.title} ${run.name}`}>
        {frames.kind === "loading" && <Progress label={say.world.loading} />}
        {frames.kind === "failed" && (
          <Notice kind="bad" title={say.proof.noFrames}>
            <FailureText failure={frames.failure} />
          </Notice>
        )}
        {frames.kind === "ready" && <Comparison result={result} recordings={frames.recordings} />}
      </Panel>
    </div>
  )
}
