import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('teams', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('name').notNullable()
      // What is only for the teams that name it.
      table.specificType('resources', 'text[]').notNullable().defaultTo('{}')
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.timestamp('updated_at').notNullable().defaultTo(this.now())
    })
    this.schema.raw('create unique index teams_name_unique on teams (organization_id, lower(name))')

    this.schema.createTable('team_members', (table) => {
      table.uuid('id').primary()
      table.uuid('team_id').notNullable().references('teams.id').onDelete('CASCADE')
      // Who leaves the organization leaves its teams.
      table.uuid('membership_id').notNullable().references('memberships.id').onDelete('CASCADE').index()

      table.unique(['team_id', 'membership_id'])
    })
  }

  override async down() {
    this.schema.dropTable('team_members')
    this.schema.dropTable('teams')
  }
}
