/** Parts of the page that the first paint does without: figures, archives and what else only some views need. */
export const later = {
  run: () => import("./run/RunView.tsx"),
  proof: () => import("./proof/ProofView.tsx"),
  compare: () => import("./compare/CompareView.tsx"),
  keep: () => import("./keep/KeepView.tsx"),
  openRun: () => import("./keep/openRun.ts"),
  drawn: () => import("./world/drawn.ts")
}

/** How long after it was loaded the page fetches them, in milliseconds. */
const quietMs = 500

/** Fetches all of them once the page stands, so that it goes on when its server has gone or the network is away. */
export const fetchLater = (): void => {
  const fetchAll = () => {
    for (const load of Object.values(later)) void load().catch(() => undefined)
  }
  addEventListener("load", () => setTimeout(fetchAll, quietMs))
}
