import { english } from "@rulescope/core"
import { Said } from "@rulescope/ui"
import type { Failure } from "./run/protocol.ts"

/** Why something failed, and what to do about it. */
export const FailureText = ({ failure: { defect, reason, remedy } }: { readonly failure: Failure }) => (
  <>
    <p className={defect ? "studio-message" : undefined}>{defect ? english(reason) : <Said>{reason}</Said>}</p>
    {remedy !== null && (
      <p className="rs-muted studio-remedy">
        <Said>{remedy}</Said>
      </p>
    )}
  </>
)
