export { Sources } from './components/sources.tsx'
