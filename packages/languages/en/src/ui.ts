/** What the components themselves say. */
export const ui = {
  theme: "Theme",
  themes: { system: "As the device", light: "Light", dark: "Dark" },
  language: "Language",
  close: "Close",
  add: "Add",
  remove: (what: string) => `Remove ${what}`,
  item: (number: number) => `Item ${number}`,
  none: "none",
  nothing: "not given",
  defaultIs: (value: string) => `default\u00a0${value}`,
  required: "This has to be given.",
  notANumber: "Write a number.",
  notWhole: "Write a whole number.",
  least: (bound: string) => `at least ${bound}`,
  most: (bound: string) => `at most ${bound}`,
  above: (bound: string) => `more than ${bound}`,
  below: (bound: string) => `less than ${bound}`,
  must: (bounds: string) => `It has to be ${bounds}.`,
  and: " and ",
  oneNumber: "one value",
  oneText: "a word",
  kind: "Kind",
  chooseFiles: "Choose files",
  chooseFolder: "Choose a folder",
  yes: "yes",
  no: "no",
  onlyEnglish: "",
  partLost: "This part of the page could not be shown",
  partLostHint: "The server that gave the page may have ended. Start it again and reload the page."
}

export type UiTexts = typeof ui
