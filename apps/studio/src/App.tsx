import { Boundary, Button, Notice, PageHeader, Panel, Progress, Said, Select, Tabs, useTexts } from "@rulescope/ui"
import { lazy, Suspense, useEffect, useRef } from "react"
import { later } from "./later.ts"
import { PipelineForm } from "./pipeline/PipelineForm.tsx"
import { problemsOfDraft } from "./pipeline/problemsOfDraft.ts"
import { configValue } from "./state/draft.ts"
import { views } from "./state/studio.ts"
import { useStudio } from "./state/StudioProvider.tsx"
import { texts } from "./texts/texts.ts"
import { SourceForm } from "./world/SourceForm.tsx"
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
  const { dispatch, state } = useStudio()
  const { current, runs, trouble, view } = state
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

/** The one primary action: run, or cancel what runs. */
const Start = () => {
  const say = useTexts(texts)
  const { cancel, start, state } = useStudio()
  const { draft, files, runs, started } = state
  const running = runs.find(({ status }) => status === "running")
  const path = configValue(draft.generator, "path")
  const missing = typeof path === "string" && !files.has(path) ? [path] : []
  const wrong = [...problemsOfDraft(draft), ...missing]
  const wanting = draft.generator.id === "recording" && path === undefined
  return (
    <Panel title={say.setUp} className="studio-start">
      <div className="studio-stack">
        {running === undefined ? (
          <Button
            kind={started === draft ? "plain" : "primary"}
            disabled={wrong.length > 0}
            onClick={() => start(draft)}
          >
            {started === draft ? say.findAgain : say.find}
          </Button>
        ) : (
          <Button onClick={() => cancel(running.id)}>{say.cancel}</Button>
        )}
        {wanting ? (
          <p className="rs-hint">{say.giveRecording}</p>
        ) : (
          wrong.length > 0 && (
            <p className="rs-hint">
              {say.fix} <code>{wrong.join(", ")}</code>
            </p>
          )
        )}
      </div>
    </Panel>
  )
}
