export { About } from './components/about.tsx'
