import { BaseSchema } from '@adonisjs/lucid/schema'

const contentWords = (grammar: string) => `
  create or replace function content_words(language text, title text, tags text[], excerpt text, body text) returns tsvector
  language sql immutable parallel safe as $$
    select setweight(to_tsvector(${grammar}(language), title), 'A')
      || setweight(to_tsvector(${grammar}(language), array_to_string(tags, ' ')), 'B')
      || setweight(to_tsvector(${grammar}(language), excerpt || ' ' || body), 'C')
  $$
`

/** A backup is restored without a search path, so that a function has to say where the one that it calls is. */
export default class extends BaseSchema {
  override async up() {
    this.schema.raw(contentWords('public.content_grammar'))
  }

  override async down() {
    this.schema.raw(contentWords('content_grammar'))
  }
}
