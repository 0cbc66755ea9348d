import { Backend, type BackendReport } from "@rulescope/tensor"
import { Button, Field, Select, useTexts } from "@rulescope/ui"
import { useState } from "react"
import { useStudio } from "./state/StudioProvider.tsx"
import { texts } from "./texts/texts.ts"

/** Backends that no page can have. */
const inNodeOnly: ReadonlyArray<Backend.Preference> = ["node", "node-gpu"]
const offered = Backend.Preference.literals.filter((name) => !inNodeOnly.includes(name))

const millisecondsText = (ms: number): string => (ms >= 10 ? String(Math.round(ms)) : ms.toPrecision(2))

/** Where tensors are computed, and which backends work here. */
export const BackendChoice = () => {
  const say = useTexts(texts)
  const { dispatch, laboratory, state } = useStudio()
  const [reports, setReports] = useState<ReadonlyArray<BackendReport> | "asked" | null>(null)
  const probe = () => {
    setReports("asked")
    void laboratory.probe().then(setReports)
  }
  const known = Array.isArray(reports) ? (reports as ReadonlyArray<BackendReport>) : []
  const label = (name: Backend.Preference): string => {
    const report = known.find(({ backend }) => backend === name)
    if (name === "auto") return say.backend.auto
    if (report === undefined) return name
    if (!report.works) return `${name}: ${say.backend.worksNot}`
    return `${name}: ${say.backend.works(millisecondsText(report.stepMs ?? 0), report.software)}`
  }
  return (
    <Field label={say.backend.label} {...(reports === "asked" ? { hint: say.backend.testing } : {})}>
      {(control) => (
        <div className="studio-backend">
          <Select
            {...control}
            value={state.backend}
            options={offered.map((name) => ({ value: name, label: label(name) }))}
            onChange={(backend) => dispatch({ kind: "backend", backend })}
          />
          <Button onClick={probe} disabled={reports === "asked"}>
            {say.backend.test}
          </Button>
        </div>
      )}
    </Field>
  )
}
