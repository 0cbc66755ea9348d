import type { ReactNode } from "react"

interface EmptyProps {
  readonly title: string
  readonly children?: ReactNode
}

/** What stands where there is nothing yet: what will be here, and how to get it. */
export const Empty = ({ children, title }: EmptyProps) => (
  <div className="rs-empty">
    <p className="rs-empty-title">{title}</p>
    {children}
  </div>
)
