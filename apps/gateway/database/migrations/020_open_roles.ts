import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which roles there are is said by `config/roles.yaml`, so that a new one needs no migration. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('users', (table) => table.dropChecks(['users_role_known']))
    this.schema.alterTable('memberships', (table) => table.dropChecks(['memberships_role_known']))
  }

  override async down() {
    this.schema.alterTable('users', (table) =>
      table.check("role in ('user', 'editor', 'platform_admin')", [], 'users_role_known'),
    )
    this.schema.alterTable('memberships', (table) =>
      table.check("role in ('owner', 'admin', 'member', 'viewer')", [], 'memberships_role_known'),
    )
  }
}
