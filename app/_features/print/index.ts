export { LabelsPage } from './components/labels-page.tsx'
