export { labelSheet, MOST_LABELS, type Label, type LabelSheet, type LabelWish } from './label-sheet.ts'
