export type { Code } from "./Code.ts"
export { type ConfigField, configTable } from "./ConfigTable.ts"
export { canonicalJson, contentKey, sha256 } from "./ContentKey.ts"
export { decodeSpec, InvalidSpec } from "./decodeSpec.ts"
export { type Event, report, Reporter, type StageEvent, stageEvents } from "./Event.ts"
export { FileError, Files, inFileOrder, type NamedBytes } from "./Files.ts"
export { inPieces } from "./inPieces.ts"
export { Machine } from "./Machine.ts"
export { mebibytes, Memory } from "./Memory.ts"
export { DuplicatePlugin, extend, type Offer, offerAt, type OfferError, type Offering, UnknownPlace } from "./Offer.ts"
export { type Chosen, layerOf, type Misfit, type Opened, opener, type Place } from "./Open.ts"
export * as Plugin from "./Plugin.ts"
export type { FieldWords, PluginWords } from "./PluginWords.ts"
export { inOne, lineOf, Problem, problemFields, problemIn, problemOf, sentenceOf } from "./Problem.ts"
export * as Registry from "./Registry.ts"
export { run } from "./Run.ts"
export { english, rendering, say, Sentence, word, type Wording } from "./Sentence.ts"
export type { Source } from "./Source.ts"
export * as StageCache from "./StageCache.ts"
export { cached, clocked, type Codec, fresh, jsonCodec, staged } from "./Stages.ts"
export {
  type AnyStep,
  type Around,
  fold,
  type Folding,
  foresee,
  type FoundBy,
  type Seeded,
  type Step,
  step
} from "./Steps.ts"
export type { AnySubject, Equipped, Metric, Outside, Row, Subject } from "./Subject.ts"
export { makeSubjects, type Subjects, subjectOf, UnknownSubject } from "./Subjects.ts"
export { allUnfit, unfit, Unfit } from "./Unfit.ts"
export { decodeWeights, encodeWeights, misfitOf, type Weight } from "./Weight.ts"
export { wilson } from "./wilson.ts"
