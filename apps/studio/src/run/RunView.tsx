import {
  counterFigure,
  counterFigureSvg,
  familyFigure,
  familyFigureSvg,
  trainingFigure,
  trainingFigureSvg
} from "@rulescope/charts"
import { Button, Empty, Figure, Notice, Panel, useTexts, useTheme } from "@rulescope/ui"
import { families } from "@rulescope/preset"
import { FailureText } from "../FailureText.tsx"
import { useStudio } from "../state/StudioProvider.tsx"
import { figureTexts, texts } from "../texts/texts.ts"
import { ClassTable } from "./ClassTable.tsx"
import { liveReading } from "./liveReading.ts"
import { NoiseHint } from "./NoiseHint.tsx"
import { Reread } from "./Reread.tsx"
import { RuleForming } from "./RuleForming.tsx"
import type { Run } from "./runState.ts"
import { StageList } from "./StageList.tsx"
import { VerdictNotice } from "./VerdictNotice.tsx"

/** A run while it goes on and when it is over. */
export const RunView = () => {
  const say = useTexts(texts)
  const { run } = useStudio()
  return run === undefined ? (
    <Empty title={say.run.empty}>
      <p>{say.run.emptyHint}</p>
    </Empty>
  ) : (
    <RunReport run={run} />
  )
}

const RunReport = ({ run }: { readonly run: Run }) => {
  const say = useTexts(texts)
  const figureWords = useTexts(figureTexts)
  const { cancel, dispatch } = useStudio()
  const { shown: theme } = useTheme()
  const { state } = run
  const { result, training } = state
  const reading = result ?? liveReading(run)
  const running = run.status === "running"
  return (
    <div className="studio-stack">
      {run.status === "failed" && run.failure !== null && (
        <Notice kind="bad" title={run.failure.defect ? say.run.defect : say.run.failed}>
          <FailureText failure={run.failure} />
        </Notice>
      )}
      {run.status === "cancelled" && (
        <Notice kind="open" title={say.run.cancelled}>
          <p>{say.run.memory(run.tensors ?? 0)}</p>
        </Notice>
      )}
      {result !== null && (
        <VerdictNotice
          result={result}
          actions={
            <Button kind="primary" onClick={() => dispatch({ kind: "view", view: "proof" })}>
              {say.run.watch}
            </Button>
          }
        />
      )}
      {result !== null && <NoiseHint run={run} result={result} />}
      <Panel
        title={`${say.run.title} ${run.name}`}
        actions={running && <Button onClick={() => cancel(run.id)}>{say.run.cancel}</Button>}
      >
        <div className="studio-stack">
          <StageList run={run} />
          {reading !== null && <RuleForming reading={reading} settled={state.estimate !== null} />}
        </div>
      </Panel>
      {reading !== null && (
        <div className="run-evidence">
          <Panel title={say.run.counters}>
            <p className="rs-hint studio-lead">{say.run.countersHint}</p>
            <Figure svg={counterFigureSvg(counterFigure(reading, families, figureWords), { theme })} />
          </Panel>
          <Panel title={say.run.classes}>
            <ClassTable reading={reading} truth={result?.truth ?? null} />
          </Panel>
        </div>
      )}
      {result !== null && <Reread key={result.model.key} run={run} />}
      {training.length > 0 && (
        <Panel title={say.run.training}>
          <Figure svg={trainingFigureSvg(trainingFigure(training, figureWords), { theme })} />
        </Panel>
      )}
      {result !== null && result.family.scores.length > 1 && (
        <Panel title={say.run.families}>
          <Figure svg={familyFigureSvg(familyFigure(result, families, figureWords), { theme })} />
        </Panel>
      )}
    </div>
  )
}
