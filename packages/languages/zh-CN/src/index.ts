/** Parts of the language; each is loaded when somebody needs it. */
export const language = {
  comma: "、",
  atlas: async () => (await import("./atlas.ts")).atlas,
  figures: async () => (await import("./figures.ts")).figures,
  sentences: async () => (await import("./sentences/index.ts")).wordingOf,
  studio: async () => (await import("./studio.ts")).studio,
  ui: async () => (await import("./ui.ts")).ui
}
