export { acceptsReadings } from './accepts-readings.ts'
export { enabledSources, saveProblem, saveUnreadable, type ConnectorSource } from './connector.repo.ts'
export { createSource, setSourceEnabled, type CreateSource } from './edit-sources.ts'
export { listSources, type SourceView } from './list-sources.ts'
