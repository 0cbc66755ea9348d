// Written by scripts/generate-preset.ts from the plugin packages.
import { words as automataGeneratorRecording } from "@rulescope/generator-recording/words/zh-CN"
import { words as automataGeneratorSoup } from "@rulescope/generator-soup/words/zh-CN"
import { words as automataChooserBic } from "@rulescope/chooser-bic/words/zh-CN"
import { words as automataChooserMarginalLikelihood } from "@rulescope/chooser-marginal-likelihood/words/zh-CN"
import { words as automataAugmenterEarlyRounds } from "@rulescope/augmenter-early-rounds/words/zh-CN"
import { words as automataAugmenterFlip } from "@rulescope/augmenter-flip/words/zh-CN"
import { words as automataAugmenterSymmetry } from "@rulescope/augmenter-symmetry/words/zh-CN"
import { words as automataBackboneCnn } from "@rulescope/backbone-cnn/words/zh-CN"
import { words as automataBackboneP4 } from "@rulescope/backbone-p4/words/zh-CN"
import { words as automataBackboneP8 } from "@rulescope/backbone-p8/words/zh-CN"
import { words as automataInferrerClassThreshold } from "@rulescope/inferrer-class-threshold/words/zh-CN"
import { words as automataInferrerLikelihood } from "@rulescope/inferrer-likelihood/words/zh-CN"
import { words as automataInferrerThreshold } from "@rulescope/inferrer-threshold/words/zh-CN"
import { words as automataVerifierReplay } from "@rulescope/verifier-replay/words/zh-CN"
import type { WordsOfPlugins } from "../Language.ts"

export const plugins: WordsOfPlugins = {
  "automata/generator-recording": automataGeneratorRecording,
  "automata/generator-soup": automataGeneratorSoup,
  "automata/chooser-bic": automataChooserBic,
  "automata/chooser-marginal-likelihood": automataChooserMarginalLikelihood,
  "automata/augmenter-early-rounds": automataAugmenterEarlyRounds,
  "automata/augmenter-flip": automataAugmenterFlip,
  "automata/augmenter-symmetry": automataAugmenterSymmetry,
  "automata/backbone-cnn": automataBackboneCnn,
  "automata/backbone-p4": automataBackboneP4,
  "automata/backbone-p8": automataBackboneP8,
  "automata/inferrer-class-threshold": automataInferrerClassThreshold,
  "automata/inferrer-likelihood": automataInferrerLikelihood,
  "automata/inferrer-threshold": automataInferrerThreshold,
  "automata/verifier-replay": automataVerifierReplay
}
