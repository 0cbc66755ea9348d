import { openLanguage, tags } from "@rulescope/preset/languages"

/** Parts of the page that the first paint does without: figures, archives and what else only some views need. */
export const later = {
  run: () => import("./run/RunView.tsx"),
  proof: () => import("./proof/ProofView.tsx"),
  compare: () => import("./compare/CompareView.tsx"),
  keep: () => import("./keep/KeepView.tsx"),
  openRun: () => import("./keep/openRun.ts"),
  runFiles: () => import("./keep/runFiles.ts"),
  drawn: () => import("./world/drawn.ts"),
  languages: () =>
    Promise.all(tags.map(async (tag) => (await openLanguage(tag, ["ui", "studio", "figures"])).translate()))
}

/** Fetches all of them. */
export const fetchLater = async (): Promise<void> => {
  await Promise.all(Object.values(later).map((load) => load()))
}
