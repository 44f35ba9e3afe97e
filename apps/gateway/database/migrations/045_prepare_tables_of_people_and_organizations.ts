import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    // Trusted since Postgres 13: the owner of a database may create it. Left in place by `down`, others may use it.
    this.schema.raw('create extension if not exists pg_trgm')

    this.schema.alterTable('organizations', (table) => {
      table.timestamp('disabled_at')
    })

    this.schema.raw(
      'create index users_search on users using gin (email gin_trgm_ops, full_name gin_trgm_ops)',
    )
    this.schema.raw('create index users_by_age on users (created_at, id)')
    this.schema.raw('create index users_by_name on users (lower(full_name), id)')
    this.schema.raw("create index users_with_role on users (role) where role <> 'user'")

    this.schema.raw(
      'create index organizations_search on organizations using gin (name gin_trgm_ops, slug gin_trgm_ops)',
    )
    this.schema.raw('create index organizations_by_age on organizations (created_at, id)')
    this.schema.raw('create index organizations_by_name on organizations (lower(name), id)')
  }

  override async down() {
    for (const index of ['by_name', 'by_age', 'search']) {
      this.schema.raw(`drop index organizations_${index}`)
    }
    for (const index of ['with_role', 'by_name', 'by_age', 'search']) {
      this.schema.raw(`drop index users_${index}`)
    }
    this.schema.alterTable('organizations', (table) => {
      table.dropColumn('disabled_at')
    })
  }
}
