export { Boundary } from "./components/Boundary.tsx"
export { Button } from "./components/Button.tsx"
export { Checkbox } from "./components/Checkbox.tsx"
export { Dialog } from "./components/Dialog.tsx"
export { Empty } from "./components/Empty.tsx"
export { type ControlProps, Field } from "./components/Field.tsx"
export { Figure } from "./components/Figure.tsx"
export { FileDrop } from "./components/FileDrop.tsx"
export { Notice } from "./components/Notice.tsx"
export { PageHeader } from "./components/PageHeader.tsx"
export { Panel } from "./components/Panel.tsx"
export type { PickedFiles } from "./components/pickedFiles.ts"
export { Progress } from "./components/Progress.tsx"
export { type Option, Select } from "./components/Select.tsx"
export { type Column, Table } from "./components/Table.tsx"
export { type Tab, Tabs } from "./components/Tabs.tsx"
export { TextInput } from "./components/TextInput.tsx"
export type { FieldTexts } from "./form/FieldOf.tsx"
export { problemsOf } from "./form/problems.ts"
export { type ConfigValue, SchemaForm } from "./form/SchemaForm.tsx"
export { formFields, type FormField, type FormSchema, type Shape } from "./form/shape.ts"
export {
  defineTexts,
  type Language,
  LanguageProvider,
  languageTags,
  type Texts,
  useLanguage,
  useTexts
} from "./language/LanguageProvider.tsx"
export { Said, useTranslation } from "./language/Said.tsx"
export { uiTexts } from "./language/uiTexts.ts"
export { ThemeProvider, useTheme } from "./theme/ThemeProvider.tsx"
