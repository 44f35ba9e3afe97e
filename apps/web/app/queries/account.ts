/** Proves again who is sitting here; done, what asked for it goes on. */
export function useConfirm(onConfirmed: () => void) {
  const api = useApi()
  return useMutation({
    mutation: (body: { password: string }) => api('auth.confirmation.store', { body }),
    onSuccess: onConfirmed,
  })
}

/** The same by a passkey, which the browser asks for. */
export function useConfirmByPasskey(onConfirmed: () => void) {
  const api = useApi()
  const { prove } = usePasskeyDevice()
  return useMutation({
    mutation: async () => api('auth.confirmation.passkey', { body: { credential: await prove() } }),
    onSuccess: onConfirmed,
  })
}

export function useVerificationMail(onSent: (address: string) => void) {
  const api = useApi()
  return useMutation({
    mutation: () => api('auth.verify_email.resend'),
    onSuccess: ({ data }) => onSent(data.email),
  })
}

export function useEmailChange(onSent: (address: string) => void) {
  const api = useApi()
  return useMutation({
    mutation: (email: string) => api('user.email.store', { body: { email } }),
    onSuccess: ({ data }) => onSent(data.email),
  })
}
