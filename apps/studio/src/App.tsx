import {
  Boundary,
  Button,
  DropAnywhere,
  Notice,
  PageHeader,
  Panel,
  Progress,
  Said,
  Select,
  Tabs,
  useTexts
} from "@rulescope/ui"
import { lazy, Suspense, useEffect, useRef } from "react"
import { later } from "./later.ts"
import { PipelineForm } from "./pipeline/PipelineForm.tsx"
import { Start } from "./Start.tsx"
import { views } from "./state/studio.ts"
import { useStudio } from "./state/StudioProvider.tsx"
import { texts } from "./texts/texts.ts"
import { SourceForm } from "./world/SourceForm.tsx"
import { useDrop } from "./world/useDrop.ts"
import { WorldView } from "./world/WorldView.tsx"

const contents = {
  world: WorldView,
  run: lazy(async () => ({ default: (await later.run()).RunView })),
  proof: lazy(async () => ({ default: (await later.proof()).ProofView })),
  compare: lazy(async () => ({ default: (await later.compare()).CompareView })),
  keep: lazy(async () => ({ default: (await later.keep()).KeepView }))
}

/** The laboratory: what to do on one side, what comes of it on the other. */
export const App = () => {
  const say = useTexts(texts)
  const { dispatch, kept, state, work: atHand } = useStudio()
  const { current, runs, trouble, view } = state
  const drop = useDrop()
  const work = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a narrow page what a run finds stands below what it was asked.
    if (current !== null && matchMedia("(max-width: 64rem)").matches) work.current?.scrollIntoView()
  }, [current])
  return (
    <>
      <PageHeader title={say.title} tagline={say.tagline}>
        {runs.length > 1 && (
          <Select
            className="studio-narrow"
            aria-label={say.shownRun}
            value={String(current)}
            options={runs.map(({ id, name }) => ({ value: String(id), label: `${say.run.title} ${name}` }))}
            onChange={(id) => dispatch({ kind: "look", run: Number(id) })}
          />
        )}
      </PageHeader>
      <DropAnywhere label={say.world.drop} onFiles={drop} />
      <main className="studio">
        <div className="studio-setup">
          <Panel title={say.world.title}>
            <SourceForm />
          </Panel>
          <Panel title={say.pipeline.title}>
            <PipelineForm />
          </Panel>
          <Start />
        </div>
        <div className="studio-work" ref={work}>
          {trouble !== null && (
            <Notice
              kind="bad"
              title={say.trouble}
              actions={<Button onClick={() => dispatch({ kind: "trouble", trouble: null })}>{say.dismiss}</Button>}
            >
              <p>
                <Said>{trouble}</Said>
              </p>
            </Notice>
          )}
          {(kept.refused !== null || atHand.lost) && (
            <Notice kind="bad" title={say.kept.refused}>
              <p>{say.kept.refusedHint}</p>
              {kept.refused !== null && (
                <p className="rs-muted" lang="en">
                  {kept.refused}
                </p>
              )}
            </Notice>
          )}
          <Tabs
            label={say.viewsLabel}
            selected={view}
            onSelect={(next) => dispatch({ kind: "view", view: next })}
            tabs={views.map((id) => {
              const Content = contents[id]
              return {
                id,
                label: say.views[id],
                content: () => (
                  <Boundary>
                    <Suspense fallback={<Progress label={say.views[id]} />}>
                      <Content />
                    </Suspense>
                  </Boundary>
                )
              }
            })}
          />
        </div>
      </main>
    </>
  )
}
