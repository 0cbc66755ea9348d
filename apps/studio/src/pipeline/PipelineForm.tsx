import { RunSpec } from "@rulescope/automata"
import { automataRegistries, families } from "@rulescope/preset"
import { Button, type ConfigValue, Field, SchemaForm, Select, useTexts } from "@rulescope/ui"
import { Schema } from "effect"
import type { ReactNode } from "react"
import { BackendChoice } from "../BackendChoice.tsx"
import type { Draft } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { useFamilyTitle } from "../texts/fieldTexts.ts"
import { texts } from "../texts/texts.ts"
import { StageForm } from "./StageForm.tsx"

const single = ["chooser", "backbone", "inferrer", "verifier"] as const
const registryOf = {
  chooser: automataRegistries.choosers,
  backbone: automataRegistries.backbones,
  inferrer: automataRegistries.inferrers,
  verifier: automataRegistries.verifiers
}

/** What belongs to the run as a whole. */
const { heldOut, seed, stride } = RunSpec.fields
const RunFields = Schema.Struct({ seed, heldOut, stride })

interface PartProps {
  readonly title: string
  readonly chosen: string
  readonly meaning: string
  readonly children: ReactNode
}

const Part = ({ children, chosen, meaning, title }: PartProps) => (
  <details className="pipeline-part">
    <summary>
      <span className="pipeline-name">{title}</span> <code>{chosen}</code>
      <span className="rs-hint">{meaning}</span>
    </summary>
    <div className="studio-details">{children}</div>
  </details>
)

/** The stages after the generator, each with the plugins that can do it. */
export const PipelineForm = () => {
  const say = useTexts(texts)
  const { dispatch, state } = useStudio()
  const { draft } = state
  const familyTitle = useFamilyTitle()
  const change = (changes: Partial<Draft>) => dispatch({ kind: "draft", draft: { ...draft, ...changes } })
  const { augmenters } = draft
  return (
    <div className="pipeline">
      <Part
        title={say.pipeline.stages.augmenters}
        chosen={augmenters.map(({ id }) => id).join(" + ") || say.pipeline.none}
        meaning={say.pipeline.meanings.augmenters}
      >
        <div className="studio-stack">
          {augmenters.map((choice, at) => (
            // The same augmenter may stand twice; its place is what tells it apart.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at} className="pipeline-one">
              <StageForm
                title={`${say.pipeline.stages.augmenters} ${at + 1}`}
                registry={automataRegistries.augmenters}
                choice={choice}
                onChange={(next) => change({ augmenters: augmenters.map((old, i) => (i === at ? next : old)) })}
              />
              <Button kind="quiet" onClick={() => change({ augmenters: augmenters.filter((_, i) => i !== at) })}>
                {say.pipeline.remove(choice.id)}
              </Button>
            </div>
          ))}
          <Button
            onClick={() =>
              change({
                augmenters: [...augmenters, { id: [...automataRegistries.augmenters.entries.keys()][0]!, config: {} }]
              })
            }
          >
            {say.pipeline.addAugmenter}
          </Button>
        </div>
      </Part>
      {single.map((stage) => (
        <Part
          key={stage}
          title={say.pipeline.stages[stage]}
          chosen={draft[stage].id}
          meaning={say.pipeline.meanings[stage]}
        >
          <StageForm
            title={say.pipeline.stages[stage]}
            registry={registryOf[stage]}
            choice={draft[stage]}
            onChange={(choice) => change({ [stage]: choice })}
          />
        </Part>
      ))}
      <Part title={say.pipeline.whole} chosen={draft.family ?? "auto"} meaning={say.pipeline.wholeMeaning}>
        <div className="studio-stack">
          <Field label={say.pipeline.family} hint={say.pipeline.familyHint}>
            {(control) => (
              <Select
                {...control}
                value={draft.family ?? "auto"}
                options={[
                  { value: "auto", label: say.pipeline.auto },
                  ...families.map((family) => ({ value: family.id, label: familyTitle(family) }))
                ]}
                onChange={(family) => change({ family })}
              />
            )}
          </Field>
          <SchemaForm
            schema={RunFields}
            value={Object.fromEntries(
              (["seed", "heldOut", "stride"] as const).flatMap((name) =>
                draft[name] === undefined ? [] : [[name, draft[name]]]
              )
            )}
            onChange={(value: ConfigValue) => {
              const { heldOut: _, seed: __, stride: ___, ...others } = draft
              dispatch({ kind: "draft", draft: { ...others, ...value } })
            }}
            fieldTexts={say.pipeline.runFields}
          />
        </div>
      </Part>
      <Part title={say.backend.label} chosen={state.backend} meaning={say.backend.hint}>
        <BackendChoice />
      </Part>
    </div>
  )
}
