export { DeskPage, type Crumb } from './components/desk-page.tsx'
export { DeskShell } from './components/desk-shell.tsx'
