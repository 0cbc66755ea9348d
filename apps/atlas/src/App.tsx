import { Boundary, DropAnywhere, Notice, PageHeader, Progress, Said, useTexts } from "@rulescope/ui"
import { openPicked } from "./source/openPicked.ts"
import type { StudySource } from "./source/StudySource.ts"
import { Start } from "./start/Start.tsx"
import { StudyPage } from "./study/StudyPage.tsx"
import { useStudy } from "./study/useStudy.ts"
import { texts } from "./texts/texts.ts"

/** `first`: the study that the page's address names. */
export const App = ({ first }: { readonly first: (() => Promise<StudySource>) | undefined }) => {
  const say = useTexts(texts)
  const control = useStudy(first)
  const { busy, problem, study } = control
  return (
    <>
      <PageHeader title={say.title} tagline={say.tagline} />
      <DropAnywhere label={say.start.drop} onFiles={(picked) => control.open(() => openPicked(picked))} />
      <main className="atlas">
        {problem !== null && (
          <Notice kind="bad" title={say.unreadable[problem.why](problem.file === "" ? say.theStudy : problem.file)}>
            {problem.detail !== null && (
              <p className="rs-muted">
                <Said>{problem.detail}</Said>
              </p>
            )}
          </Notice>
        )}
        {busy && study === null && <Progress label={say.opening} />}
        {study !== null && (
          <Boundary>
            <StudyPage study={study} control={control} />
          </Boundary>
        )}
        {study === null && !busy && <Start onFiles={(picked) => control.open(() => openPicked(picked))} />}
      </main>
    </>
  )
}
