/** SourceSeed is where the demo's readings come from. */
export interface SourceSeed {
  readonly name: string
  readonly kind: 'http' | 'mqtt'
  readonly clock: 'live' | 'replay'
  readonly config: Readonly<Record<string, unknown>>
}

/** FAN_TOPIC is where the fan's sensor publishes; the machine's tag is the third level. */
export const FAN_TOPIC = 'lindenau/cooling/CT-301/vibration'

/** FAN_FIELDS are the fields of its message; each is the code of a point. */
export const FAN_FIELDS = ['acc', 'acc_x', 'acc_y', 'acc_z', 'speed'] as const

/** DEMO_BROKER_USER may use the demo's MQTT broker; DEMO_BROKER_SECRET is the name of his password among the demo organization's secrets. */
export const DEMO_BROKER_USER = 'demo-plant'
export const DEMO_BROKER_SECRET = 'demo-mqtt'

/** DRIVE_SOURCE, HYDRAULIC_SOURCE and FAN_SOURCE are the names under which people see the demo's sources. */
const DRIVE_SOURCE = 'Line 1 historian (EX-101)'
const HYDRAULIC_SOURCE = 'Hydraulics controller (HPU-201)'
const FAN_SOURCE = 'Cooling tower sensor (CT-301)'

/**
 * SOURCES are the demo's sources. The two recorded ones are replays: they are judged in their own time.
 * The address of the fan's broker is filled in by the gateway, which runs it on a free port.
 */
export const SOURCES: readonly SourceSeed[] = [
  { name: DRIVE_SOURCE, kind: 'http', clock: 'replay', config: {} },
  { name: HYDRAULIC_SOURCE, kind: 'http', clock: 'replay', config: {} },
  {
    name: FAN_SOURCE, kind: 'mqtt', clock: 'live',
    config: {
      url: 'mqtt://127.0.0.1', protocol: '3.1.1', clientId: 'millwright-demo-fan', username: DEMO_BROKER_USER, passwordSecret: DEMO_BROKER_SECRET,
      mappings: [{
        topic: 'lindenau/cooling/+/vibration', ts: '$.ts',
        values: FAN_FIELDS.map((field) => ({ point: `{3}.${field}`, value: `$.${field}`, unit: field === 'speed' ? '%' : '[g]' })),
      }],
    },
  },
]

/** PLAYER_KEYS are the player's keys: the name of the secret that holds each, the source it is bound to and what it may do. */
export const PLAYER_KEYS = {
  drive: { secret: 'demo-key-drive', source: DRIVE_SOURCE, scopes: ['ingest'] },
  hydraulic: { secret: 'demo-key-hydraulic', source: HYDRAULIC_SOURCE, scopes: ['ingest'] },
  read: { secret: 'demo-key-read', source: DRIVE_SOURCE, scopes: ['read'] },
} as const
