export { RuleEditor } from './components/rule-editor.tsx'
export { Rules } from './components/rules.tsx'
