/** What a browser or its person said no to, in words for people. */
export class PasskeyError extends Error {}

const sentences = new Map([
  ['NotAllowedError', 'No passkey was used: you stopped, it took too long, or there is none for this site.'],
  ['AbortError', 'No passkey was used.'],
  ['InvalidStateError', 'This device has a passkey for your account already.'],
  ['NotSupportedError', 'This device cannot make a passkey that we can use.'],
  [
    'ConstraintError',
    'This device does not ask for a finger, a face or a PIN. Set one up there, or use another.',
  ],
])

function refused(error: Error): never {
  throw new PasskeyError(sentences.get(error.name) ?? 'This browser cannot use passkeys here.')
}

/** The device's part: it is asked when somebody wants it, and only then is its code loaded. */
export function usePasskeyDevice() {
  const api = useApi()

  /** Signs a fresh challenge with a passkey that the person chooses. */
  async function prove() {
    const { data: optionsJSON } = await api('auth.passkeys.challenge')
    const { startAuthentication } = await import('@simplewebauthn/browser')
    return startAuthentication({ optionsJSON }).catch(refused)
  }

  /** Makes a passkey for the person who is signed in. */
  async function make() {
    const { data: optionsJSON } = await api('auth.passkeys.options')
    const { startRegistration } = await import('@simplewebauthn/browser')
    return startRegistration({ optionsJSON }).catch(refused)
  }
  return { prove, make }
}
