import { type Exam, type GroupLaw, lawOf, type LawEstimate } from "@rulescope/flow"
import { filteredInnovations } from "./filtered.ts"
import { type Innovations, innovationsOf, type Law, type Trajectory } from "@rulescope/sde"

/** A recording, or a part of it, and what a law leaves unexplained of it. */
export interface Looked {
  /** Place of the recording. */
  readonly recording: number
  readonly law: Law
  readonly trajectory: Trajectory
  readonly innovations: Innovations
}

/** The law that is about a recording. */
const groupOf = ({ laws }: LawEstimate, recording: number): GroupLaw =>
  laws.find(({ recordings }) => recordings.includes(recording)) ?? laws[0]!

/** Each recording under its law. What the law leaves is seen through the instrument, where it reads with errors. */
export const lookAt = (
  estimate: LawEstimate,
  recordings: ReadonlyArray<Trajectory>,
  { library }: Exam
): ReadonlyArray<Looked> =>
  recordings.map((recording, r) => {
    const law = { ...lawOf(groupOf(estimate, r)), space: library.space }
    const isPlain = library.hidden === "nothing" && !library.readingError
    const trajectory = { ...recording, space: isPlain ? library.space : recording.space }
    const innovations = isPlain
      ? innovationsOf(law, Math.max(1, estimate.order), trajectory)
      : filteredInnovations(law, estimate.readingError.value, trajectory)
    return { recording: r, law, trajectory, innovations }
  })
