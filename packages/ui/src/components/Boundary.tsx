import { Component, type ReactNode } from "react"
import { useTexts } from "../language/LanguageProvider.tsx"
import { uiTexts } from "../language/uiTexts.ts"
import { Notice } from "./Notice.tsx"

interface BoundaryProps {
  readonly children: ReactNode
}

const Lost = ({ why }: { readonly why: string }) => {
  const say = useTexts(uiTexts)
  return (
    <Notice kind="bad" title={say.partLost}>
      <p>{say.partLostHint}</p>
      <p className="rs-muted" lang="en">
        {why}
      </p>
    </Notice>
  )
}

/** Keeps the page when a part of it cannot be fetched or breaks: a sentence stands in its place. */
export class Boundary extends Component<BoundaryProps, { readonly why: string | null }> {
  override readonly state = { why: null }
  static getDerivedStateFromError(cause: unknown) {
    return { why: String(cause) }
  }
  override render() {
    return this.state.why === null ? this.props.children : <Lost why={this.state.why} />
  }
}
