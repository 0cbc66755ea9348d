import { neighbourhoodById } from "@rulescope/lattice"
import { Progress, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"
import type { Run, StageState } from "./runState.ts"

const order = ["generate", "family", "census", "fit", "infer", "verify"] as const

const secondsText = (seconds: number): string => (seconds < 0.1 ? "< 0.1 s" : `${seconds.toFixed(1)} s`)

/** Cells of a field: "3×3", or how many where they are no rectangle. */
const sizeOf = (field: string): string => {
  const { dimension, offsets } = neighbourhoodById(field)!
  const side = dimension === 1 ? offsets.length : Math.sqrt(offsets.length)
  return Number.isInteger(side) ? `${side}×${dimension === 1 ? 1 : side}` : String(offsets.length)
}

/** The stages of a run in their order: done, at work, to come. */
export const StageList = ({ run }: { readonly run: Run }) => {
  const say = useTexts(texts)
  const { state, status } = run
  const { census, family, plan, restarts, training } = state
  const progress = training.at(-1)
  const fitting = state.stages.some(({ seconds, stage }) => stage === "fit" && seconds === null)
  const known = new Map<string, StageState>(state.stages.map((stage) => [stage.stage, stage]))
  return (
    <>
      <ol className="stages">
        {order.map((stage) => {
          const one = known.get(stage)
          const how =
            one === undefined ? "later" : one.seconds !== null ? "done" : status === "running" ? "now" : "broken"
          return (
            <li key={stage} className={`stage stage-${how}`} aria-current={how === "now" ? "step" : undefined}>
              <span aria-hidden="true">{{ later: "○", done: "✓", now: "●", broken: "✗" }[how]}</span>{" "}
              {say.run.stages[stage]}
              {one?.seconds != null && (
                <span className="rs-muted"> {one.reused ? say.run.reused : secondsText(one.seconds)}</span>
              )}
            </li>
          )
        })}
      </ol>
      {status === "running" && (
        <Progress
          label={
            fitting && progress !== undefined
              ? say.run.learning(progress.step, progress.patternsRight, progress.patterns)
              : say.run.working
          }
          value={fitting && progress !== undefined ? progress.patternsRight / progress.patterns : undefined}
        />
      )}
      <dl className="facts">
        {progress !== undefined && (
          <>
            <Fact name={say.run.loss} value={progress.loss.toPrecision(3)} />
            <Fact name={say.run.accuracy} value={`${(100 * progress.accuracy).toFixed(3)} %`} />
          </>
        )}
        {census !== null && (
          <Fact name={say.run.seen} value={say.run.seenValue(census.cells, census.patterns, census.of)} />
        )}
        {family?.symmetry != null && (
          <Fact name={say.run.symmetry} value={say.run.symmetryValue(family.symmetry.id, family.symmetry.orbits)} />
        )}
        {plan !== null && (
          <>
            <Fact name={say.run.backend} value={plan.backend} />
            <Fact name={say.run.trainedOn} value={say.run.trainedOnValue[plan.on](plan.rows, sizeOf(plan.field))} />
          </>
        )}
        {run.tensors !== null && <Fact name={say.run.tensors} value={String(run.tensors)} />}
        {restarts.length > 0 && <Fact name={say.run.restarts} value={String(restarts.length)} />}
      </dl>
    </>
  )
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className="fact">
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
