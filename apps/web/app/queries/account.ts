/** Proves again who is sitting here; done, what asked for it goes on. */
export function useConfirm(onConfirmed: () => void) {
  const api = useApi()
  return useMutation({
    mutation: (body: { password: string }) => api('auth.confirmation.store', { body }),
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
