import type { ReactNode } from "react"

interface CheckboxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

export const Checkbox = ({ checked, children, onChange }: CheckboxProps) => (
  <label className="rs-checkbox">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    {children}
  </label>
)
