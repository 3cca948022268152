export { ContractorLinks } from './components/contractor-links.tsx'
