import { decodeRunSpec, type RunResult, type RunSpec } from "@rulescope/automata"
import { counterFigure, counterFigureSvg } from "@rulescope/charts"
import { families } from "@rulescope/preset"
import { Button, Field, FileDrop, Notice, Panel, TextInput, useTexts } from "@rulescope/ui"
import { Effect, Option } from "effect"
import { useState } from "react"
import { configValue, type Draft } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import { useDrop } from "../world/useDrop.ts"
import type { Run } from "../run/runState.ts"
import { linkTo } from "./link.ts"
import { pngOf } from "./png.ts"
import { download, runArchive, specText } from "./runFiles.ts"

const specOf = (draft: Draft): RunSpec | null => Option.getOrNull(Effect.runSync(Effect.option(decodeRunSpec(draft))))

/** Keeping, sharing, and doing the same on the command line. */
export const KeepView = () => {
  const say = useTexts(texts)
  const { laboratory, run, state } = useStudio()
  const drop = useDrop()
  const [copied, setCopied] = useState<string>()
  const result = run?.state.result ?? null
  const spec = result?.spec ?? specOf(state.draft)
  const copy = (what: string, text: string) => void navigator.clipboard.writeText(text).then(() => setCopied(what))
  const keep = async ({ events }: Run, found: RunResult): Promise<void> => {
    const model = await laboratory.model(found.model.key)
    const png = await pngOf(counterFigureSvg(counterFigure(found, families)))
    download(archive, runArchive(found, events, state.files, { model, png }), "application/zip")
  }
  const archive = `rulescope-${(run?.name ?? "run").replaceAll(/[^\w-]+/g, "") || "run"}.zip`
  const path = spec === null ? undefined : configValue(spec.generator, "path")
  const command = `rulescope run spec.json --out runs/${(result === null ? "draft" : (run?.name ?? "run")).replaceAll(/[^\w-]+/g, "") || "run"}`
  return (
    <div className="studio-stack">
      {spec === null ? (
        <Notice kind="open" title={say.keep.incomplete} />
      ) : (
        <Panel title={result === null ? say.keep.ofDraft : say.keep.ofRun(run?.name ?? "")}>
          <div className="studio-stack">
            <div className="rs-row">
              {result !== null && run !== undefined && (
                <Button kind="primary" onClick={() => void keep(run, result)}>
                  {say.keep.downloadRun}
                </Button>
              )}
              <Button onClick={() => download("spec.json", specText(spec), "application/json")}>
                {say.keep.downloadSpec}
              </Button>
            </div>
            <p className="rs-hint">{say.keep.archiveHint}</p>
            <Copyable
              label={say.keep.link}
              hint={typeof path === "string" ? say.keep.linkWithoutFile : say.keep.linkHint}
              text={linkTo(spec, location.href)}
              copied={copied === "link"}
              onCopy={(text) => copy("link", text)}
            />
            <Copyable
              label={say.keep.command}
              hint={typeof path === "string" ? say.keep.commandWithFile(path) : say.keep.commandHint}
              text={command}
              copied={copied === "command"}
              onCopy={(text) => copy("command", text)}
            />
            <details>
              <summary>{say.keep.showSpec}</summary>
              {/* A region that scrolls has to be reached by keyboard. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <pre className="keep-spec" tabIndex={0}>
                {specText(spec)}
              </pre>
            </details>
            {result !== null && (
              <p className="rs-hint">
                {say.keep.census} <code data-testid="census">{result.census.key}</code>
              </p>
            )}
          </div>
        </Panel>
      )}
      <Panel title={say.keep.open}>
        <FileDrop onFiles={drop}>
          <p>{say.keep.openHint}</p>
        </FileDrop>
      </Panel>
    </div>
  )
}

interface CopyableProps {
  readonly label: string
  readonly hint: string
  readonly text: string
  readonly copied: boolean
  readonly onCopy: (text: string) => void
}

const Copyable = ({ copied, hint, label, onCopy, text }: CopyableProps) => {
  const say = useTexts(texts)
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="keep-copy">
          <TextInput {...control} className="rs-rule" readOnly value={text} onChange={() => undefined} />
          <Button onClick={() => onCopy(text)}>{copied ? say.keep.copied : say.keep.copy}</Button>
        </div>
      )}
    </Field>
  )
}
