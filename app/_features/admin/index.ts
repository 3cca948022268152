export { Admin } from './components/admin.tsx'
export { sectionsFor } from './prepare/sections.ts'
