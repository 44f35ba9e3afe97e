import MarkdownIt from 'markdown-it'

/** Editors' Markdown. Raw HTML in it stays text, and `javascript:` and its like never become links. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true })

export const toHtml = (source: string) => markdown.render(source)

const wordsPerMinute = 220

export const readingMinutes = (source: string) =>
  Math.max(1, Math.round((source.match(/\S+/g)?.length ?? 0) / wordsPerMinute))
