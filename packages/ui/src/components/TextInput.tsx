import type { ComponentProps } from "react"

interface TextInputProps extends Omit<ComponentProps<"input">, "onChange" | "value"> {
  readonly value: string
  readonly onChange: (value: string) => void
}

export const TextInput = ({ className, onChange, type = "text", ...rest }: TextInputProps) => (
  <input
    type={type}
    className={["rs-input", className].filter(Boolean).join(" ")}
    autoComplete="off"
    spellCheck={false}
    onChange={(event) => onChange(event.currentTarget.value)}
    {...rest}
  />
)
