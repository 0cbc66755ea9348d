/** Rules to begin with, by the names under which the field knows them, in English and in Chinese. */
export const knownRules: ReadonlyArray<readonly [rule: string, en: string, zh: string]> = [
  ["B3/S23", "Life", "生命游戏"],
  ["B36/S23", "HighLife", "高生命"],
  ["B2/S", "Seeds", "种子"],
  ["B3678/S34678", "Day & Night", "昼夜"],
  ["B368/S245", "Morley", "莫利"],
  ["B4678/S35678", "Anneal", "退火"],
  ["B34/S34", "34 Life", "34 生命"],
  ["B1357/S1357", "Replicator", "复制者"],
  ["B3/S12345", "Maze", "迷宫"],
  ["W110", "Rule 110", "110 号规则"]
]
