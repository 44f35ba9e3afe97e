const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that is HTML already: the result of `html`, never somebody's words. */
export class Markup {
  constructor(readonly source: string) {}
}

type Value = string | Markup | Value[]

const marked = (value: Value): string => {
  if (Array.isArray(value)) return value.map(marked).join('')
  return value instanceof Markup ? value.source : value.replace(/[&<>"']/g, (char) => entities[char] ?? char)
}

/** Marks up values for HTML: every text put into the template is escaped, what came out of another one is not. */
export const html = (template: TemplateStringsArray, ...values: Value[]) =>
  new Markup(String.raw({ raw: template.raw }, ...values.map(marked)))
