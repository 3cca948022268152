export { RuleFiles } from './components/files/rule-files.tsx'
export { RuleEditor } from './components/rule-editor.tsx'
export { Rules } from './components/rules.tsx'
