export { BaselineQuestion } from './components/baseline-question.tsx'
