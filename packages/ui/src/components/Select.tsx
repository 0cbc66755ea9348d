import type { ComponentProps } from "react"

export interface Option<A extends string> {
  readonly value: A
  readonly label: string
}

interface SelectProps<A extends string> extends Omit<ComponentProps<"select">, "onChange" | "value"> {
  readonly value: A
  readonly options: ReadonlyArray<Option<A>>
  readonly onChange: (value: A) => void
}

/** One of a few. */
export const Select = <A extends string>({ className, onChange, options, ...rest }: SelectProps<A>) => (
  <select
    className={["rs-input rs-select", className].filter(Boolean).join(" ")}
    onChange={(event) => {
      const chosen = options.find((option) => option.value === event.currentTarget.value)
      if (chosen !== undefined) onChange(chosen.value)
    }}
    {...rest}
  >
    {options.map(({ label, value }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </select>
)
