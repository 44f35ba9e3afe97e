const sentences = new Map([
  ['E_PROVIDER_DENIED', 'You stopped at the provider, so nothing has changed.'],
  ['E_IDENTITY_UNPROVEN', 'The provider did not prove who you are. Please start again.'],
  [
    'E_PROVIDER_NO_EMAIL',
    'The provider did not tell your e-mail address. Allow it there, or use another way.',
  ],
  [
    'E_PROVIDER_EMAIL_UNVERIFIED',
    'The provider has not confirmed your e-mail address. Confirm it there, or use another way.',
  ],
  [
    'E_ACCOUNT_EXISTS',
    'There is an account with this e-mail address already. Sign in to it, then connect the provider in your settings under Security.',
  ],
  ['E_ACCOUNT_DISABLED', 'This account is disabled. Please contact support.'],
  ['E_IDENTITY_TAKEN', 'That account at the provider is connected to another account here.'],
  ['E_ALREADY_CONNECTED', 'Another account at this provider is connected already. Disconnect it first.'],
  [
    'E_PROVIDER_UNAVAILABLE',
    'The provider does not answer at the moment. Please try again in a few minutes.',
  ],
  [
    'E_SINGLE_SIGN_ON_REQUIRED',
    'Your organization has you sign in with its own provider. Choose “Sign in with your organization”.',
  ],
  ['E_NO_SINGLE_SIGN_ON', 'No organization signs in people of this address with its own provider.'],
  [
    'E_FOREIGN_ADDRESS',
    'Your organization’s provider named an address outside the organization’s verified domains. Ask whoever looks after it.',
  ],
  ['E_ORGANIZATION_DISABLED', 'Your organization is disabled. Please contact support.'],
  [
    'E_MEMBER_LIMIT',
    'Your organization has as many members as it can have. Ask whoever looks after it to make room.',
  ],
  [
    'E_ORGANIZATION_LIMIT',
    'You belong to as many organizations as one person can. Sign in another way and leave one.',
  ],
  ['E_FORBIDDEN', 'Your role does not allow this.'],
  [
    'E_NO_STUDIO_SEAT',
    'Every seat of the Studio is taken. Ask one of the people who hold one to give it back.',
  ],
  [
    'E_CMS_UNAVAILABLE',
    'The content system does not answer at the moment. Please try again in a few minutes.',
  ],
  ['E_VALIDATION_ERROR', 'Please enter a complete e-mail address.'],
  ['E_TOO_MANY_REQUESTS', 'Too many attempts. Please wait a minute and try again.'],
])

/** What went wrong on the way over a provider, by the code in `?problem=`: nobody can put words of theirs on our page. */
export function useProblem() {
  const { problem } = useRoute().query
  return computed(() => {
    if (typeof problem !== 'string') return ''
    return sentences.get(problem) ?? 'That did not work. Please try again, or use another way.'
  })
}
