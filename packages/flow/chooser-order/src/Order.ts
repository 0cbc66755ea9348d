import { Plugin } from "@rulescope/core"
import { Chooser, type LibraryDecision, namesOf, plainLibrary } from "@rulescope/flow"
import { growLaw, makeLibrary, type Space, termName, type Trajectory } from "@rulescope/sde"
import { Effect, Layer, Schema } from "effect"
import { instrumentOf } from "./instrument.ts"
import { loopsIn } from "./loops.ts"
import { ownTerms } from "./own.ts"
import { poolOf } from "./pool.ts"
import { velocityLibrary } from "./velocities.ts"

const whole = (minimum: number, maximum: number, initial: number, description: string) =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum }))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

export const Config = Schema.Struct({
  harmonics: whole(
    1,
    4,
    2,
    "Largest order of sines and cosines to begin with; 2 admits sin(2 phi1) and sin(phi2 - phi1)."
  ),
  degree: whole(0, 5, 3, "Largest power of reals to begin with; 1 where there are phases too."),
  most: whole(1, 6, 4, "Order up to which the library may grow when the recordings ask for it."),
  loops: Schema.Boolean.annotate({
    description: "Whether the difference of two phases may count beyond a turn, as in a loop with an inductance."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed(true)))
})
export type Config = typeof Config.Type

const decide = (
  config: Config,
  recordings: ReadonlyArray<Trajectory>,
  { seed, wrapped }: { readonly seed: string; readonly wrapped: ReadonlyArray<boolean> }
): LibraryDecision => {
  const plain = recordings[0]!.space
  const phases = plain.coordinates.some(({ kind }) => kind === "phase")
  const options = { harmonics: config.harmonics, degree: phases ? Math.min(1, config.degree) : config.degree }
  const loops = config.loops && !wrapped.includes(true) ? loopsIn(recordings, options, seed) : []
  const space: Space = { ...plain, loops }
  const base = makeLibrary(space, options)
  const pool = poolOf(space, options, config.most)
  const seen = recordings.map((recording) => ({ ...recording, space }))
  const instrument = instrumentOf(seen, space, seed)
  if (instrument.because !== "") {
    const library =
      instrument.hidden === "velocities"
        ? velocityLibrary(plain, options)
        : { ...plainLibrary(space, base), readingError: true }
    return { library, names: namesOf(library), added: [], because: instrument.because, scores: [] }
  }
  const own = ownTerms(seen, base, seed)
  const groups = own.length === 0 ? [seen] : seen.map((recording) => [recording])
  const grown = growLaw(groups, base, {
    pool,
    own: ({ term }) => own.some((one) => termName(space, one) === termName(space, term)),
    seed
  })
  const library = { ...plainLibrary(space, grown.library), own }
  const added = grown.added.map((term) => termName(space, term))
  return {
    library,
    names: namesOf(library),
    added,
    because:
      added.length === 0
        ? "the innovations of the law ask for no further term"
        : `the innovations of the law without them ask for ${added.join(", ")}`,
    scores: [
      { name: "strongest term left out", score: grown.left },
      { name: "what chance reaches once in a thousand recordings", score: grown.bound }
    ]
  }
}

/** The order of the library, raised as long as the recordings ask for it. */
export const order = Plugin.make({
  id: "order",
  version: 2,
  summary: "Begins with a small library of terms and takes in what the recordings ask for.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Chooser,
      Chooser.of({ choose: (recordings, about) => Effect.sync(() => decide(config, recordings, about)) })
    )
})
