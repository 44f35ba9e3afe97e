import type { Sentences } from '#ledger/sentences'

export const sentences: Sentences = {
  'form.submitted': (_, { formId }) => `A visitor filled in the form “${formId}”.`,
  'post.created': ({ who }, { title }) => `${who} published the post “${title}”.`,
  'post.updated': ({ who }, { fields }) => `${who} changed a post: ${fields.join(', ')}.`,
  'post.deleted': ({ who }) => `${who} deleted a post.`,
}
