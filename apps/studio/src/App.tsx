import { registries } from "@rulescope/preset"
import { PageHeader, Panel, useTexts } from "@rulescope/ui"
import { useState } from "react"
import { firstDraft } from "./draft.ts"
import { StageForm } from "./pipeline/StageForm.tsx"
import { texts } from "./texts/texts.ts"

export const App = () => {
  const say = useTexts(texts)
  const [draft, setDraft] = useState(firstDraft)
  return (
    <>
      <PageHeader title={say.title} tagline={say.tagline} />
      <main className="studio-main">
        <Panel title={say.pipeline.title}>
          <StageForm
            title={say.pipeline.stages.backbone}
            registry={registries.backbones}
            choice={draft.backbone}
            onChange={(backbone) => setDraft({ ...draft, backbone })}
          />
          <StageForm
            title={say.pipeline.stages.inferrer}
            registry={registries.inferrers}
            choice={draft.inferrer}
            onChange={(inferrer) => setDraft({ ...draft, inferrer })}
          />
          <StageForm
            title="generator"
            registry={registries.generators}
            choice={draft.generator}
            onChange={(generator) => setDraft({ ...draft, generator })}
          />
        </Panel>
      </main>
    </>
  )
}
