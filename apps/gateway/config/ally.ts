import { defineConfig } from '@adonisjs/ally'
import type { InferSocialProviders } from '@adonisjs/ally/types'
import { configProvider } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'

const addresses = {
  google: env.get('GOOGLE_ISSUER'),
  github: env.get('GITHUB_URL'),
  githubApi: env.get('GITHUB_API_URL'),
  oidc: env.get('OIDC_ISSUER'),
}

const clientOf = (name: 'google' | 'github' | 'oidc') => {
  const setting = name.toUpperCase() as Uppercase<typeof name>
  return {
    clientId: env.get(`${setting}_CLIENT_ID`) ?? '',
    clientSecret: env.get(`${setting}_CLIENT_SECRET`)?.release() ?? '',
    callbackUrl: `${env.get('APP_URL')}/api/auth/providers/${name}/callback`,
  }
}

/** What the operator names is trusted wherever it is, so that a provider of the house may sign people in. */
const issuers = configProvider.create(async () => {
  const { GuardedFetch } = await import('#core/outbound/guarded_fetch')
  const { Issuers } = await import('#accounts/identity/issuer')
  const hosts = Object.values(addresses).flatMap((url) => (url ? [new URL(url).host] : []))
  return new Issuers(new GuardedFetch({ allowedHosts: [...env.get('OUTBOUND_ALLOWED_HOSTS'), ...hosts] }))
})

const openId = (name: 'google' | 'oidc') =>
  configProvider.create(async (app) => {
    const { OpenIdDriver } = await import('#accounts/identity/open_id_driver')
    const config = {
      ...clientOf(name),
      name,
      issuer: addresses[name] ?? '',
      issuers: await issuers.resolver(app),
    }
    return (ctx: HttpContext) => new OpenIdDriver(ctx, config)
  })

const github = configProvider.create(async (app) => {
  const { GithubDriver } = await import('#accounts/identity/github_driver')
  const { outbound } = await issuers.resolver(app)
  const config = {
    ...clientOf('github'),
    scopes: ['read:user', 'user:email'],
    authorizeUrl: `${addresses.github}/login/oauth/authorize`,
    accessTokenUrl: `${addresses.github}/login/oauth/access_token`,
    userInfoUrl: `${addresses.githubApi}/user`,
    userEmailUrl: `${addresses.githubApi}/user/emails`,
  }
  return (ctx: HttpContext) => new GithubDriver(ctx, config, outbound)
})

/** Each is there when its credentials are. */
const providers = { google: openId('google'), github, oidc: openId('oidc') }
const isOn = ([name]: [string, unknown]) => clientOf(name as keyof typeof providers).clientId !== ''

const allyConfig = defineConfig(
  Object.fromEntries(Object.entries(providers).filter(isOn)) as typeof providers,
)

export default allyConfig

/** What people call them. */
export const providerLabels = { google: 'Google', github: 'GitHub', oidc: env.get('OIDC_NAME') }

/** Whose subjects they are: the same number at another issuer is somebody else. */
export const providerIssuers = {
  google: addresses.google,
  github: addresses.github,
  oidc: addresses.oidc ?? '',
}

declare module '@adonisjs/ally/types' {
  export interface SocialProviders extends InferSocialProviders<typeof allyConfig> {}
}
