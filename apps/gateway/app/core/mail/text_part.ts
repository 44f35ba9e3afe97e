import type { Letter } from '#core/mail/letter'
import env from '#start/env'

/** A letter as plain text. */
export function textPart({ greeting, paragraphs, facts = [], action, footnote }: Letter) {
  return [
    greeting,
    ...paragraphs,
    ...facts.map(([name, value]) => `${name}:\n${value}`),
    action && `${action.label}:\n${action.url}`,
    footnote,
    `-- \n${env.get('APP_NAME')}\n${env.get('APP_URL')}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}
