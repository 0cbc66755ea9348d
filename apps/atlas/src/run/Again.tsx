import type { StudyRow } from "@rulescope/study"
import { Button, useTexts } from "@rulescope/ui"
import { useRef, useState } from "react"
import { texts } from "../texts/texts.ts"

/** The command that makes the run again, to take along. */
export const Again = ({ row }: { readonly row: StudyRow }) => {
  const say = useTexts(texts).run
  const command = useRef<HTMLPreElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    const select = (): void => getSelection()?.selectAllChildren(command.current!)
    // Pages from another machine without encryption have no clipboard.
    if (navigator.clipboard === undefined) return select()
    navigator.clipboard.writeText(row.command).then(() => setCopied(true), select)
  }
  return (
    <div className="again">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls */}
      <pre ref={command} tabIndex={0} className="command" aria-label={say.againTitle}>
        {row.command}
      </pre>
      <div className="rs-row">
        <Button onClick={copy}>{copied ? say.copied : say.copy}</Button>
        <span className="rs-hint">
          {Object.entries(row.versions)
            .map(([plugin, version]) => `${plugin} ${version}`)
            .join(" · ")}
        </span>
      </div>
    </div>
  )
}
