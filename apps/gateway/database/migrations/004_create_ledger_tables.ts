import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('ledger_events', (table) => {
      table.uuid('id').primary()
      // No foreign keys: what happened stays true when the organization or the person is gone.
      table.uuid('organization_id')
      table.text('actor_type').notNullable()
      table.uuid('actor_id')
      table.text('action').notNullable()
      table.text('subject_type').notNullable()
      table.text('subject_id').notNullable()
      table.jsonb('metadata').notNullable().defaultTo('{}')
      table.text('ip')
      table.text('user_agent')
      table.text('request_id')
      table.timestamp('created_at').notNullable().defaultTo(this.now())

      table.index(['organization_id', 'id'])
      table.check("actor_type in ('user', 'api_key', 'system')", [], 'ledger_events_actor_known')
    })

    this.schema.createTable('ledger_deliveries', (table) => {
      table.uuid('event_id').notNullable().references('ledger_events.id')
      table.text('subscriber').notNullable()
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.timestamp('queued_at')
      table.timestamp('completed_at')

      table.primary(['event_id', 'subscriber'])
    })

    this.schema.raw(
      'create index ledger_deliveries_open on ledger_deliveries (queued_at nulls first) where completed_at is null',
    )
    this.schema.raw(`
      create or replace function ledger_events_are_final() returns trigger language plpgsql as $$
      begin
        raise exception 'ledger_events is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
      end $$
    `)
    this.schema.raw(`
      create trigger ledger_events_no_change before update or delete on ledger_events
        for each row execute function ledger_events_are_final()
    `)
    this.schema.raw(`
      create trigger ledger_events_no_truncate before truncate on ledger_events
        for each statement execute function ledger_events_are_final()
    `)
    // UPDATE stays granted: without it Postgres cannot check the deliveries' foreign key. The trigger refuses it.
    this.schema.raw('revoke delete, truncate on ledger_events from public, current_user')
  }

  override async down() {
    this.schema.dropTable('ledger_deliveries')
    this.schema.dropTable('ledger_events')
    this.schema.raw('drop function ledger_events_are_final()')
  }
}
