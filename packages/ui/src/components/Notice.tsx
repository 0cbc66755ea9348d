import type { ReactNode } from "react"

const signs = { good: "✓", bad: "✗", open: "?", info: "i" } as const

interface NoticeProps {
  /** Never colour alone: each kind has its sign. */
  readonly kind: keyof typeof signs
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Something that has to be known: an outcome, an error with its remedy, a hint. */
export const Notice = ({ actions, children, kind, title }: NoticeProps) => (
  <div className={`rs-notice rs-notice-${kind}`} role={kind === "bad" ? "alert" : "status"}>
    <span className="rs-notice-sign" aria-hidden="true">
      {signs[kind]}
    </span>
    <div className="rs-notice-body">
      <p className="rs-notice-title">{title}</p>
      {children}
    </div>
    {actions !== undefined && <div className="rs-row">{actions}</div>}
  </div>
)
