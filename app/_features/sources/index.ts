export { EditSource } from './components/setup/edit-source.tsx'
export { NewSource } from './components/setup/new-source.tsx'
export { Sources } from './components/sources.tsx'
