import type { Connector } from './connector.ts'
import { mqttConnector } from './mqtt/index.ts'

/** CONNECTORS lists the protocols this process can speak, by the kind that a source names. */
export const CONNECTORS: ReadonlyMap<string, Connector<unknown>> = new Map([[mqttConnector.kind, mqttConnector]])
