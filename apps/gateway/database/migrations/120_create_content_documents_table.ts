import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('content_documents', (table) => {
      table.string('kind').notNullable()
      table.uuid('entry_id').notNullable()
      table.text('address').notNullable()
      table.text('title').notNullable()
      table.text('excerpt').notNullable()
      table.specificType('tags', 'text[]').notNullable()
      table.text('body').notNullable()
      table.timestamp('visible_from').notNullable()
      table.timestamp('changed_at').notNullable()
      table.primary(['kind', 'entry_id'])
    })
    // A column that Postgres makes has to be made by the same words for ever, which array_to_string is not promised to be.
    this.schema.raw(`
      create or replace function content_words(title text, tags text[], excerpt text, body text) returns tsvector
      language sql immutable parallel safe as $$
        select setweight(to_tsvector('english', title), 'A')
          || setweight(to_tsvector('english', array_to_string(tags, ' ')), 'B')
          || setweight(to_tsvector('english', excerpt || ' ' || body), 'C')
      $$
    `)
    this.schema.raw(`
      alter table content_documents
      add column words tsvector not null generated always as (content_words(title, tags, excerpt, body)) stored
    `)
    this.schema.raw('create index content_documents_words on content_documents using gin (words)')
    this.schema.raw(
      'create index content_documents_title on content_documents using gin (title gin_trgm_ops)',
    )
  }

  override async down() {
    this.schema.dropTable('content_documents')
    this.schema.raw('drop function content_words')
  }
}
