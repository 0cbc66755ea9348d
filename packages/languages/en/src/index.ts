export { atlas, type AtlasTexts } from "./atlas.ts"
export { studio, type StudioTexts } from "./studio.ts"
export { ui, type UiTexts } from "./ui.ts"
