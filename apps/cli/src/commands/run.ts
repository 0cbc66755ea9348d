import { decodeSpec, subjectOf } from "@rulescope/core"
import { Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { dirname, resolve } from "node:path"
import { optionsOf } from "../display/Terminal.ts"
import { execute } from "../Execute.ts"
import { BadInput, NotConfirmed } from "../Exit.ts"
import { executeFlags, executeOptions, print } from "./flags.ts"
import { assign, type Json } from "./paths.ts"
import { chooseFor, pluginFlag } from "../plugins/choose.ts"
import { shownOf } from "../subjects/index.ts"
import { readJson } from "./readJson.ts"

/** Paths of recordings in a spec file are meant from where the file lies. */
const anchored = (spec: Json, folder: string): Json => {
  const config = ((spec as Record<string, Json>)["generator"] as Record<string, Json> | undefined)?.["config"] as
    | Record<string, Json>
    | undefined
  const path = config?.["path"]
  return typeof path === "string" ? assign(spec, "generator.config.path", resolve(folder, path)) : spec
}

const parseValue = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

const stageFlag = (stage: string) =>
  Flag.String(stage).pipe(
    Flag.withMetavar("ID"),
    Flag.withDescription(`Choose the ${stage}, see rulescope stages`),
    Flag.optional
  )

export const run = Command.make(
  "run",
  {
    spec: Argument.String("spec").pipe(
      Argument.withDescription(
        "A run spec (JSON); what it leaves out, and all without one, comes from flags and defaults"
      ),
      Argument.optional
    ),
    set: Flag.String("set").pipe(
      Flag.withMetavar("PATH=VALUE"),
      Flag.withDescription("Set one place of the spec, e.g. --set generator.config.rule=B3/S23; may be repeated"),
      Flag.atLeast(0)
    ),
    generator: stageFlag("generator"),
    chooser: stageFlag("chooser"),
    backbone: stageFlag("backbone"),
    inferrer: stageFlag("inferrer"),
    verifier: stageFlag("verifier"),
    family: Flag.String("family").pipe(Flag.withDescription("Family of rules to look in, or auto"), Flag.optional),
    seed: Flag.Int("seed").pipe(Flag.withDescription("Every random choice derives from it"), Flag.optional),
    rule: Flag.String("rule").pipe(Flag.withDescription("Rule of the soups, e.g. B36/S23"), Flag.optional),
    plugin: pluginFlag,
    ...executeFlags
  },
  Effect.fn("run")(function* (flags) {
    let raw: Json = { generator: { id: "soup" } }
    let folder: string | undefined
    if (Option.isSome(flags.spec)) {
      folder = dirname(resolve(flags.spec.value))
      raw = anchored(yield* readJson(resolve(flags.spec.value), "a run spec such as examples/highlife.json"), folder)
    }
    for (const stage of ["generator", "chooser", "backbone", "inferrer", "verifier"] as const) {
      if (Option.isSome(flags[stage])) raw = assign(raw, `${stage}.id`, flags[stage].value)
    }
    if (Option.isSome(flags.family)) raw = assign(raw, "family", flags.family.value)
    if (Option.isSome(flags.seed)) raw = assign(raw, "seed", flags.seed.value)
    if (Option.isSome(flags.rule)) raw = assign(raw, "generator.config.rule", flags.rule.value)
    for (const setting of flags.set) {
      const at = setting.indexOf("=")
      if (at <= 0) {
        return yield* new BadInput({ reason: `--set ${setting} has no value`, remedy: "write --set PATH=VALUE" })
      }
      raw = assign(raw, setting.slice(0, at), parseValue(setting.slice(at + 1)))
    }
    const { spec, subjects } = yield* chooseFor(raw, flags.plugin, folder)
    const equipped = yield* subjectOf(subjects, spec)
    const { subject } = equipped
    const { result, seconds } = yield* execute(
      equipped,
      yield* decodeSpec(subject.spec, spec),
      yield* executeOptions(flags)
    )
    const shown = shownOf(subject.id)
    const encode = Schema.encodeUnknownSync(subject.result as never) as (result: unknown) => object
    yield* print(
      flags.json ? JSON.stringify({ ...encode(result), seconds }) : shown.report(result, optionsOf(process.stdout))
    )
    if (Option.isSome(flags.out) && !flags.json) yield* print(`  kept in   ${flags.out.value}\n`)
    if (!shown.proved(result)) return yield* new NotConfirmed()
  })
).pipe(Command.withDescription("Run a spec: generate or read, learn, infer, verify"))
