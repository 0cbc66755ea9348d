import type { Library } from "@rulescope/flow"
import { type LibraryOptions, makeLibrary, type Space } from "@rulescope/sde"

/** The space with a velocity after all recorded coordinates for each of them. */
const withVelocities = ({ coordinates }: Space): Space => ({
  coordinates: [
    ...coordinates,
    ...coordinates.map(({ name }) => ({ name: coordinates.length === 1 ? "v" : `v_${name}`, kind: "real" as const }))
  ],
  loops: []
})

/** Where the law of velocities is looked for: forces of phases and reals, friction in proportion to the velocities. */
export const velocityLibrary = (space: Space, options: LibraryOptions): Library => {
  const whole = withVelocities(space)
  return {
    space: whole,
    hidden: "velocities",
    readingError: true,
    terms: makeLibrary(whole, { ...options, degree: space.coordinates.some(({ kind }) => kind === "phase") ? 1 : 3 }),
    own: []
  }
}
