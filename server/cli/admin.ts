// `npm run admin -- <noun> <verb> …`: operations without the web.
import { AppError } from '#server/core/kernel/errors.ts'
import { createApiKeyCommand } from './admin/api-key.ts'
import { doctorCommand } from './admin/doctor.ts'
import { withInstallation, type Installation } from './admin/installation.ts'
import { readOptions, type OptionNames, type Options } from './admin/options.ts'
import { createOrganizationCommand } from './admin/organization.ts'
import { createUserCommand } from './admin/user.ts'

interface Command extends OptionNames {
  readonly help: string
  readonly run: (options: Options, tell: (line: string) => void, installation: Installation) => Promise<void | boolean>
}

const COMMANDS: Readonly<Record<string, Command>> = {
  'user create': {
    help: '--email E --name N --role R[,R] [--org slug] [--site code] [--password P] [--json]',
    texts: ['email', 'name', 'role', 'org', 'site', 'password'], flags: ['json'], run: createUserCommand,
  },
  'api-key create': {
    help: '--name N --scope ingest,read [--org slug] [--site code] [--json]',
    texts: ['name', 'scope', 'org', 'site'], flags: ['json'], run: createApiKeyCommand,
  },
  'organization create': {
    help: '--name N --slug S [--site code] [--site-name N] [--time-zone Europe/Berlin]',
    texts: ['name', 'slug', 'site', 'site-name', 'time-zone'], run: createOrganizationCommand,
  },
  doctor: { help: '', texts: [], run: (_options, tell, installation) => doctorCommand(installation, tell) },
}

const tell = (line: string): void => console.log(line)
const usage = (): string => ['npm run admin -- <command>', ...Object.entries(COMMANDS).map(([name, { help }]) => `  ${name} ${help}`)].join('\n')

const words = process.argv.slice(2)
const name = Object.keys(COMMANDS).find((known) => known === words.slice(0, known.split(' ').length).join(' '))
const command = name === undefined ? undefined : COMMANDS[name]

if (!name || !command) {
  console.error(usage())
  process.exit(words.length === 0 || words.includes('--help') ? 0 : 1)
}
try {
  const options = readOptions(words.slice(name.split(' ').length), command)
  const good = await withInstallation((installation) => command.run(options, tell, installation))
  process.exit(good === false ? 1 : 0)
} catch (error) {
  console.error(error instanceof AppError ? error.message : error)
  process.exit(1)
}
