export const en = {
  title: "Rulescope Studio",
  tagline: "Find the law behind a recorded evolution",
  pipeline: {
    title: "Pipeline",
    stages: {
      augmenters: "Augmenters",
      backbone: "Backbone",
      inferrer: "Inferrer",
      verifier: "Verifier"
    },
    meanings: {
      augmenters: "change what is learned from, or what the network is asked about",
      backbone: "the network that learns the evolution",
      inferrer: "reads the rule out of the counters",
      verifier: "tests the rule on frames nobody learned from"
    },
    noConfig: "Nothing to set.",
    add: "Add",
    addAugmenter: "Add an augmenter",
    remove: (name: string) => `Remove ${name}`,
    none: "none: every frame counts as it is"
  }
}

/** Every text of the Studio; each language has all of them. */
export type StudioTexts = typeof en
