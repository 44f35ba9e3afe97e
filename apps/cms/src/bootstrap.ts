import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { Client } from 'pg'
import { directusArguments, directusEnvironment, migrationsFolder } from './directus.ts'
import { readEnvironment, type Environment } from './env.ts'

type Installation = 'empty' | 'unfinished' | 'outdated' | 'current'

/** Installs the system tables, the first admin and every migration that this version of Directus brings. */
export async function bootstrap(env: Environment) {
  const installation = await withDatabase(env, installationOf)
  // Reading the database takes milliseconds; asking Directus takes seconds of every start.
  if (installation === 'current') return
  if (installation === 'unfinished') await withDatabase(env, empty)
  const { status } = spawnSync(process.execPath, directusArguments('bootstrap'), {
    env: directusEnvironment(env),
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('Directus could not prepare its database; the lines above say why.')
}

async function installationOf(database: Client): Promise<Installation> {
  const tables = await database.query<{ users: string | null; migrations: string | null }>(
    `select to_regclass('directus_users') as users, to_regclass('directus_migrations') as migrations`,
  )
  const { users, migrations } = tables.rows[0] ?? {}
  if (!users && !migrations) return 'empty'
  if (!users || !migrations) return 'unfinished'
  const people = await database.query('select 1 from directus_users limit 1')
  if (people.rowCount === 0) return 'unfinished'
  const { rows } = await database.query<{ version: string }>('select version from directus_migrations')
  const done = new Set(rows.map(({ version }) => version))
  return shippedMigrations().every((version) => done.has(version)) ? 'current' : 'outdated'
}

/** Directus makes the first user last and only on an empty database, so an interrupted installation starts over. */
async function empty(database: Client) {
  await database.query('drop schema public cascade')
  await database.query('create schema public')
}

function shippedMigrations(): string[] {
  return readdirSync(migrationsFolder).flatMap((file) => /^(\d+[A-Z])-.+\.js$/.exec(file)?.[1] ?? [])
}

export async function withDatabase<T>(env: Environment, act: (database: Client) => Promise<T>): Promise<T> {
  const database = new Client({
    host: env.DB_HOST,
    port: Number(env.DB_PORT),
    user: env.DB_USER,
    password: env.DB_PASSWORD,
    database: env.DB_DATABASE,
  })
  await database.connect()
  try {
    return await act(database)
  } finally {
    await database.end()
  }
}

if (import.meta.main) await bootstrap(readEnvironment())
