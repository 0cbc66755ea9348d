import { explainLaw, type Law, parseLaw } from "../src/index.ts"

/** The law of a text that must be readable. */
export const law = (text: string): Law => {
  const read = parseLaw(text)
  if (!read.ok) throw new Error(explainLaw(read.error))
  return read.value
}

/** Two coupled junctions, running. */
export const coupled =
  "phi1' = 1.3 - sin(phi1) + 0.25 sin(phi2 - phi1); phi2' = 1.15 - sin(phi2) - 0.25 sin(phi2 - phi1); noise 0.2"
