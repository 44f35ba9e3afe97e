import type { Sentences } from '#ledger/sentences'

export const sentences = {
  'single_sign_on.configured': ({ who }, { issuer, isRequired }) =>
    `${who} set up single sign-on with ${issuer}${isRequired ? ' and requires it' : ''}.`,
  'single_sign_on.removed': ({ who }, { issuer }) => `${who} removed single sign-on with ${issuer}.`,
  'domain.added': ({ who }, { name }) => `${who} added the domain ${name}.`,
  'domain.verified': ({ who }, { name }) => `${who} verified the domain ${name}.`,
  'domain.removed': ({ who }, { name }) => `${who} removed the domain ${name}.`,
  'user.provisioned': ({ who }) => `${who} got an account by signing in with the organization’s provider.`,
  'member.provisioned': ({ who }, { role }) => `${who} joined as ${role} by single sign-on.`,
} satisfies Sentences
