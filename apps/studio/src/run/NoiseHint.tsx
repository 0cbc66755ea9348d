import { judgementOf, type RunResult } from "@rulescope/automata"
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
 * What to try when a rule is not confirmed and the network does not predict the frames either: they are noisy, which not
 * every reading reads through.
 */
export const NoiseHint = ({ result, run }: NoiseHintProps) => {
  const say = useTexts(texts).run
  const { reread, state } = useStudio()
  const { evidence, spec } = result
  const { rival, status } = judgementOf(result)
  if (status === "confirmed" || rival !== null || evidence.accuracy === 1) return null
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
