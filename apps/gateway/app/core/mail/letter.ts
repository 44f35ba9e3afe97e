/**
 * What a mail says. Plain text throughout: the layout makes the text part and the HTML part of it, so that the two never
 * differ. Each entry is a whole sentence or more, translated as one: `t` of `#core/language` says it in the reader's language.
 */
export interface Letter {
  subject: string
  /** What an inbox shows beside the subject; without it, the first paragraph. */
  preheader?: string
  greeting?: string
  paragraphs: string[]
  /** Names and values, shown as a list; a value keeps its line breaks. */
  facts?: [name: string, value: string][]
  /** The one thing to do next. */
  action?: { label: string; url: string }
  /** Why the reader got this, or what to do if it was not meant for them. */
  footnote?: string
}
