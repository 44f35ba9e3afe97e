import type { Sentences } from '#ledger/sentences'

const nouns = { posts: 'post', pages: 'page' }

export const sentences = {
  'form.submitted': (_, { formId }) => `A visitor filled in the form “${formId}”.`,
  'content.drafted': ({ who }, { kind, title }) => `${who} saved a draft of the ${nouns[kind]} “${title}”.`,
  'content.draft_discarded': ({ who }, { kind, title }) =>
    `${who} discarded the draft of the ${nouns[kind]} “${title}”.`,
  'content.published': ({ who }, { kind, title }) => `${who} published the ${nouns[kind]} “${title}”.`,
  'content.unpublished': ({ who }, { kind, title }) =>
    `${who} took the ${nouns[kind]} “${title}” from the site.`,
  'content.scheduled': ({ who }, { kind, title, publishAt }) =>
    `${who} set the ${nouns[kind]} “${title}” to be published at ${publishAt}.`,
  'content.unscheduled': ({ who }, { kind, title }) =>
    `${who} called off the publication of the ${nouns[kind]} “${title}”.`,
  'content.schedule_failed': (_, { kind, failure }) =>
    `A ${nouns[kind]} could not be published at its time: ${failure}`,
  'content.restored': ({ who }, { kind, title }) =>
    `${who} took up an earlier edition of the ${nouns[kind]} “${title}”.`,
  'content.deleted': ({ who }, { kind, title }) => `${who} deleted the ${nouns[kind]} “${title}”.`,
  'content.preview_shared': ({ who }, { kind, title, expiresAt }) =>
    `${who} shared a preview of the ${nouns[kind]} “${title}” until ${expiresAt}.`,
  'post.created': ({ who }, { title }) => `${who} published the post “${title}”.`,
  'post.updated': ({ who }, { fields }) => `${who} changed a post: ${fields.join(', ')}.`,
  'post.deleted': ({ who }) => `${who} deleted a post.`,
  'media.uploaded': ({ who }, { name }) => `${who} uploaded “${name}”.`,
  'media.changed': ({ who }, { name }) => `${who} changed what is said about “${name}”.`,
  'media.deleted': ({ who }, { name }) => `${who} deleted the file “${name}”.`,
  'studio.seat_taken': ({ who }) => `${who} took a seat of the Studio.`,
  'studio.seat_given_back': ({ whose }) =>
    `${whose.charAt(0).toUpperCase()}${whose.slice(1)} seat of the Studio is free again.`,
} satisfies Sentences
