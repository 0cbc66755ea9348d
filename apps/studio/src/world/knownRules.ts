/** Rules to begin with, by the names under which the field knows them. */
export const knownRules: ReadonlyArray<readonly [rule: string, name: string]> = [
  ["B3/S23", "Life"],
  ["B36/S23", "HighLife"],
  ["B2/S", "Seeds"],
  ["B3678/S34678", "Day & Night"],
  ["B368/S245", "Morley"],
  ["B4678/S35678", "Anneal"],
  ["B34/S34", "34 Life"],
  ["B1357/S1357", "Replicator"],
  ["B3/S12345", "Maze"],
  ["W110", "Rule 110"]
]
