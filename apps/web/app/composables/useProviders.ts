import type { Provider } from '~/api/contract'

/** Where else people may have an account to sign in with, or nothing where that cannot be told now. */
export async function useProviders() {
  const api = useApi()
  const { data } = await useAsyncData(
    'providers',
    spare(() => api('auth.providers.index').then(({ data }) => data), []),
  )
  return data as Ref<Provider[]>
}

/** Goes to the provider and comes back signed in. A page of the gateway's, so a full load. */
export const providerAddress = ({ name }: Pick<Provider, 'name'>, next: string) =>
  `/api/auth/providers/${name}/redirect?next=${encodeURIComponent(next)}`
