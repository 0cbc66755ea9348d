import type { RunResult } from "@rulescope/automata"
import { automataRegistries } from "@rulescope/preset"
import { Button, Notice, useTexts } from "@rulescope/ui"
import { draftOf } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import type { Run } from "./runState.ts"

/** The reading that knows noise. */
const knowing = "likelihood"

interface NoiseHintProps {
  readonly run: Run
  readonly result: RunResult
}

/**
 * What to try when the frames refute a rule and the network does not predict them either: they are noisy, which not
 * every reading knows.
 */
export const NoiseHint = ({ result, run }: NoiseHintProps) => {
  const say = useTexts(texts).run
  const { reread, state } = useStudio()
  const { estimate, evidence, spec, verdicts } = result
  const knowsNoise = estimate.noise.observation > 0 || estimate.noise.dynamic > 0
  if (verdicts.heldOut.status !== "refuted" || evidence.accuracy === 1 || knowsNoise) return null
  if (spec.inferrer.id === knowing || !automataRegistries.inferrers.entries.has(knowing)) return null
  return (
    <Notice
      kind="info"
      title={say.noisy((100 * evidence.accuracy).toFixed(evidence.accuracy > 0.999 ? 4 : 1))}
      actions={
        <Button
          disabled={state.rereading !== null && state.rereading.failure === null}
          onClick={() => reread(run, { ...draftOf(spec), inferrer: { id: knowing, config: {} } })}
        >
          {say.readWith(knowing)}
        </Button>
      }
    >
      <p>{say.noisyHint}</p>
    </Notice>
  )
}
