/** Titles of rule families by id. */
export const families: Readonly<Record<string, string>> = {
  "life-like": "类生命（外总和型）",
  isotropic: "各向同性（非总和型）",
  map: "3×3 任意规则（MAP）",
  elementary: "初等（Wolfram）"
}
