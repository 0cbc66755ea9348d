import { Backbone, equip, type Registries } from "@rulescope/automata"
import { makeSubjects, Plugin, Registry } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { appendFileSync, readFileSync } from "node:fs"
import { registries as small } from "./small.ts"
import { twoStates } from "./twoStates.ts"

/** Ends its thread in the midst of training, as often as it is told to; the file at `notes` counts. */
const fragile = Plugin.make({
  id: "fragile",
  version: 1,
  summary: "Ends the thread that it works in.",
  config: Schema.Struct({ notes: Schema.String, times: Schema.Finite, memory: Schema.Boolean }),
  layer: ({ memory, notes, times }) =>
    Layer.succeed(
      Backbone,
      Backbone.of({
        fit: (lesson, seed) =>
          Effect.suspend(() => {
            appendFileSync(notes, ".")
            if (readFileSync(notes).length <= times) {
              if (!memory) process.exit(7)
              const hoard: Array<ReadonlyArray<string>> = []
              for (let i = 0; ; i++) hoard.push(Array.from({ length: 1000 }, (_, j) => `${i}/${j}`))
            }
            return Effect.flatMap(Backbone, ({ fit }) => fit(lesson, seed)).pipe(Effect.provide(cnn), Effect.orDie)
          }),
        predict: (model, patterns) =>
          Effect.flatMap(Backbone, ({ predict }) => predict(model, patterns)).pipe(Effect.provide(cnn), Effect.orDie)
      })
    )
})

const cnn = small.backbones.entries.get("cnn")!.open({})

const registries: Registries<never> = {
  ...small,
  backbones: Registry.make(Backbone, "backbone", [...small.backbones.entries.values(), Plugin.erase(fragile)])
}

export const subjects = makeSubjects([equip(twoStates, registries)])
