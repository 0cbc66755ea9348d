import { type ReactNode, useId } from "react"

/** What a control has to carry so that label, hint and error belong to it. */
export interface ControlProps {
  readonly id: string
  readonly "aria-describedby"?: string
  readonly "aria-invalid"?: true
}

interface FieldProps {
  readonly label: ReactNode
  /** Stands below the label: meaning, unit, range. */
  readonly hint?: ReactNode
  /** Why the value cannot be used; said to screen readers when it appears. */
  readonly error?: ReactNode
  readonly children: (control: ControlProps) => ReactNode
}

/** A labelled control with its explanation and its error. */
export const Field = ({ children, error, hint, label }: FieldProps) => {
  const id = useId()
  const described = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`]
    .filter((part) => part !== "")
    .join(" ")
  return (
    <div className={error === undefined ? "rs-field" : "rs-field rs-field-wrong"}>
      <label htmlFor={id} className="rs-label">
        {label}
      </label>
      {children({
        id,
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(error === undefined ? {} : { "aria-invalid": true as const })
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="rs-hint">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} className="rs-error" aria-live="polite" hidden={error === undefined}>
        {error}
      </p>
    </div>
  )
}
