import MarkdownIt from 'markdown-it'

/** Editors' Markdown. Raw HTML in it stays text, and `javascript:` and its like never become links. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true })

export const toHtml = (source: string) => markdown.render(source)

/** Its words alone, for who searches them. */
export const toText = (source: string) =>
  markdown
    .parse(source, {})
    .flatMap(({ children, content, type }) =>
      type === 'inline' ? (children ?? []).map(({ content: words }) => words).join('') : content,
    )
    .filter(Boolean)
    .join('\n')

const wordsPerMinute = 220

export const readingMinutes = (source: string) =>
  Math.max(1, Math.round((source.match(/\S+/g)?.length ?? 0) / wordsPerMinute))
