/** What a browser or its person said no to, in words for people. */
export class PasskeyError extends Error {}

const known = ['NotAllowedError', 'AbortError', 'InvalidStateError', 'NotSupportedError', 'ConstraintError']

function refused({ name }: Error): never {
  throw new PasskeyError(t(`shared.passkey.${known.includes(name) ? name : 'other'}`))
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
