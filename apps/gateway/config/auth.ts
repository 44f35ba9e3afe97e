import { configProvider } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/auth'
import { sessionGuard } from '@adonisjs/auth/session'
import type { GuardConfigProvider, InferAuthenticators } from '@adonisjs/auth/types'
import type { HttpContext } from '@adonisjs/core/http'
import type { ApiKeyGuard } from '#api_keys/api_key_guard'
import type { TokenGuard } from '#accounts/token_guard'

const provider = configProvider.create(async () => {
  const { MemberProvider } = await import('#organizations/member_provider')
  return new MemberProvider()
})

const tokenGuard: GuardConfigProvider<(ctx: HttpContext) => TokenGuard> = {
  async resolver(_name, app) {
    const { TokenGuard } = await import('#accounts/token_guard')
    const users = await provider.resolver(app)
    return (ctx) => new TokenGuard(ctx, users)
  },
}

const apiKeyGuard: GuardConfigProvider<(ctx: HttpContext) => ApiKeyGuard> = {
  async resolver(_name, app) {
    const { ApiKeyGuard } = await import('#api_keys/api_key_guard')
    const users = await provider.resolver(app)
    return (ctx) => new ApiKeyGuard(ctx, users)
  },
}

const authConfig = defineConfig({
  default: 'web',
  guards: {
    web: sessionGuard({ useRememberMeTokens: false, provider }),
    token: tokenGuard,
    api_key: apiKeyGuard,
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
