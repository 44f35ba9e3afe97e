import db from '@adonisjs/lucid/services/db'
import { type Language, languages } from '#config/i18n'
import { fallback } from '#content/views/language'
import type { Kind } from '#content/validators/entry'

export interface Hit {
  kind: Kind
  address: string
  language: Language
  title: string
  /** Plain text around what was found. */
  excerpt: string
}

interface Search {
  q: string
  language: Language
  kind?: Kind
  tag?: string
  page: number
  perPage: number
}

interface Row extends Hit {
  total: string
}

/** Only what a visitor sees today, and of what is translated the translation. */
const visible = `
  visible_from <= now() and (:kind::text is null or kind = :kind) and (:tag::text is null or :tag = any(tags))
  and (language = :language or language = '${fallback}' and not exists (
    select from content_documents as translation
    where translation.language = :language and translation.visible_from <= now()
      and translation.kind = document.kind and translation.address = document.address
  ))`

/** Each language has a grammar of its own, in the index and in the question. */
const says = languages
  .map((language) => `language = '${language}' and words @@ ${question(`'${language}'`)}`)
  .join(' or ')

function question(language: string) {
  return `websearch_to_tsquery(content_grammar(${language}), :q)`
}

const byWords = `
  with found as (
    select *, ${question('language')} as query from content_documents as document
    where (${says}) and ${visible}
  )
  select kind, address, language, title, count(*) over () as total,
    '… ' || ts_headline(content_grammar(language), excerpt || ' ' || body, query,
      'StartSel="", StopSel="", MinWords=18, MaxWords=34') || ' …' as excerpt
  from found
  order by ts_rank_cd(words, query, 1) desc, changed_at desc, entry_id
  limit :perPage offset :offset`

const byLikeness = `
  select kind, address, language, title, excerpt, least(count(*) over (), :perPage) as total
  from content_documents as document
  where word_similarity(:q, title) >= 0.3 and ${visible}
  order by word_similarity(:q, title) desc, changed_at desc, entry_id
  limit :perPage`

/**
 * Entries by their words, those with them in the title first, then in tags, then in the text. Where no entry has the words,
 * the few whose title looks most alike: people mistype.
 */
export async function find({
  q,
  language,
  kind,
  tag,
  page,
  perPage,
}: Search): Promise<{ hits: Hit[]; total: number }> {
  const values = { q, language, kind: kind ?? null, tag: tag ?? null, perPage, offset: (page - 1) * perPage }
  const hits = (await ask(byWords, values)) ?? (page === 1 ? await ask(byLikeness, values) : undefined)
  return { hits: hits ?? [], total: Number(hits?.[0]?.total ?? 0) }
}

async function ask(question: string, values: Record<string, string | number | null>) {
  const { rows } = await db.rawQuery<{ rows: Row[] }>(question, values as Record<string, string>)
  return rows.length > 0 ? rows : undefined
}
