/** keyCommand makes a key bound to a source of its own, on the machine where Millwright runs. */
export const keyCommand = (name: string): string => `npm run admin -- api-key create --name ${name} --scope ingest,read`

/** SendExample is what the example sends: to whom, which point, when (RFC 3339); without a key, $KEY stands for it. */
export interface SendExample {
  readonly origin: string
  readonly point: string
  readonly unit: string
  readonly at: string
  readonly value?: number
  readonly key?: string
}

/** sendCommand posts one reading with curl. */
export const sendCommand = ({ origin, point, unit, at, value = 21.5, key = '$KEY' }: SendExample): string =>
  [
    `curl -X POST ${origin}/api/v1/readings \\`,
    `  -H "Authorization: Bearer ${key}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"readings": [{"point": "${point}", "ts": "${at}", "value": ${value}, "unit": "${unit}"}]}'`,
  ].join('\n')
