import type { ComponentProps } from "react"

interface ButtonProps extends ComponentProps<"button"> {
  /** "primary" is the one action that a view is about; default "plain". */
  readonly kind?: "primary" | "plain" | "quiet"
}

export const Button = ({ className, kind = "plain", type = "button", ...rest }: ButtonProps) => (
  <button type={type} className={["rs-button", `rs-button-${kind}`, className].filter(Boolean).join(" ")} {...rest} />
)
