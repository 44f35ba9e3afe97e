import { BaseSchema } from '@adonisjs/lucid/schema'

const words = (of: string) => `
  alter table content_documents
  add column words tsvector not null generated always as (${of}) stored
`
const index = 'create index content_documents_words on content_documents using gin (words)'

/** Words are found by the grammar of their language; what was indexed before is English. */
export default class extends BaseSchema {
  override async up() {
    this.schema.raw("alter table content_documents add column language text not null default 'en'")
    this.schema.raw('alter table content_documents drop column words')
    this.schema.raw('drop function content_words')
    this.schema.raw(`
      create function content_grammar(language text) returns regconfig
      language sql immutable parallel safe as $$
        select case language when 'de' then 'german'::regconfig else 'english'::regconfig end
      $$
    `)
    this.schema.raw(`
      create function content_words(language text, title text, tags text[], excerpt text, body text) returns tsvector
      language sql immutable parallel safe as $$
        select setweight(to_tsvector(content_grammar(language), title), 'A')
          || setweight(to_tsvector(content_grammar(language), array_to_string(tags, ' ')), 'B')
          || setweight(to_tsvector(content_grammar(language), excerpt || ' ' || body), 'C')
      $$
    `)
    this.schema.raw(words('content_words(language, title, tags, excerpt, body)'))
    this.schema.raw(index)
  }

  override async down() {
    this.schema.raw("delete from content_documents where language <> 'en'")
    this.schema.raw('alter table content_documents drop column words, drop column language')
    this.schema.raw('drop function content_words')
    this.schema.raw('drop function content_grammar')
    this.schema.raw(`
      create function content_words(title text, tags text[], excerpt text, body text) returns tsvector
      language sql immutable parallel safe as $$
        select setweight(to_tsvector('english', title), 'A')
          || setweight(to_tsvector('english', array_to_string(tags, ' ')), 'B')
          || setweight(to_tsvector('english', excerpt || ' ' || body), 'C')
      $$
    `)
    this.schema.raw(words('content_words(title, tags, excerpt, body)'))
    this.schema.raw(index)
  }
}
