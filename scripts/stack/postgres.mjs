import { chownSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { privateFolder, runAs, systemUser } from './storage.mjs'

export const databases = ['gateway', 'directus', 'lago']

/**
 * The Postgres server of a profile, in a data folder of its own.
 *
 * @param {{bin: string, storage: string, port: number, settings: Record<string, string>}} options
 */
export function postgres({ bin, storage, port, settings }) {
  const user = systemUser('postgres')
  const data = join(storage, 'postgres')
  if (!existsSync(join(data, 'PG_VERSION')))
    createCluster({ bin, storage, data, user, password: settings.POSTGRES_PASSWORD })
  return {
    name: 'postgres',
    port,
    cwd: '/',
    ...user,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    command: [
      join(bin, 'postgres'),
      ...[
        '-D',
        data,
        '-c',
        `port=${port}`,
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ],
      ...['-c', 'max_connections=150', '-c', 'shared_buffers=128MB', '-c', 'log_min_duration_statement=500'],
    ],
    // "Fast" shutdown: ends sessions and writes everything down.
    signal: 'SIGINT',
    healthy: async () => {
      sql({ bin, port, settings }, 'select 1')
      return true
    },
  }
}

function createCluster({ bin, storage, data, user, password }) {
  privateFolder(data, user)
  const secrets = privateFolder(join(storage, 'postgres-secrets'), user)
  try {
    const passwordFile = join(secrets, 'password')
    writeFileSync(passwordFile, password)
    if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid)
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    runAs(user, join(bin, 'initdb'), ['--pgdata', data, ...access, '--encoding=UTF8', '--locale=C.UTF-8'])
  } finally {
    rmSync(secrets, { recursive: true })
  }
}

/** Makes the role and the database of each application, and sets the roles' passwords to those of the settings. */
export function prepareDatabases(server, names = databases) {
  for (const name of names) {
    const role = databases.find((database) => name.startsWith(database))
    const password = server.settings[`${role.toUpperCase()}_DB_PASSWORD`]
    if (sql(server, `select 1 from pg_roles where rolname = '${role}'`) === '')
      sql(server, `create role ${role} login`)
    sql(server, `alter role ${role} password '${password.replaceAll("'", "''")}'`)
    if (sql(server, `select 1 from pg_database where datname = '${name}'`) === '') {
      sql(server, `create database ${name} owner ${role}`)
      sql(server, `revoke connect on database ${name} from public`)
    }
  }
}

/** Runs one statement as the superuser and answers its rows as text. */
export function sql({ bin, port, settings }, statement) {
  return runAs(
    {},
    join(bin, 'psql'),
    [
      '--no-psqlrc',
      '--quiet',
      '--tuples-only',
      '--no-align',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-U',
      'postgres',
      '-c',
      statement,
    ],
    { env: { PATH: process.env.PATH, PGPASSWORD: settings.POSTGRES_PASSWORD, PGCONNECT_TIMEOUT: '2' } },
  ).trim()
}
