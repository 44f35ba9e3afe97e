// Generated from the gateway's routes, validators and transformers by `pnpm contract`. Do not edit.

type None = Record<never, never>

export interface Routes {
  'health.live': {
    method: 'GET'
    path: '/api/health/live'
    params: None
    query: None
    body: None
    data: { status: 'up' }
  }
  'health.show': {
    method: 'GET'
    path: '/api/health'
    params: None
    query: None
    body: None
    data: {
      checks: {
        billing: { latencyMs: number; status: 'down' | 'up' }
        cms: { latencyMs: number; status: 'down' | 'up' }
        postgres: { latencyMs: number; status: 'down' | 'up' }
        queue: { latencyMs: number; status: 'down' | 'up' }
        redis: { latencyMs: number; status: 'down' | 'up' }
      }
      status: 'down' | 'up'
    }
  }
  'avatars.show': {
    method: 'GET'
    path: '/api/avatars/:key'
    params: { key: string }
    query: None
    body: None
    data: null
  }
  'auth.jwks': {
    method: 'GET'
    path: '/api/auth/jwks.json'
    params: None
    query: None
    body: None
    data: { keys: { alg: string; crv: string; kid: string; kty: string; use: string; x: string }[] }
  }
  'auth.verify_email': {
    method: 'POST'
    path: '/api/auth/verify-email'
    params: None
    query: None
    body: { token: string }
    data: { email: string }
  }
  'auth.csrf': {
    method: 'GET'
    path: '/api/auth/csrf'
    params: None
    query: None
    body: None
    data: null
  }
  'auth.register': {
    method: 'POST'
    path: '/api/auth/register'
    params: None
    query: None
    body: { email: string; fullName: string; password: string }
    data: {
      user: {
        avatar: { large: string; small: string } | null
        email: string
        emailVerifiedAt: string | null
        fullName: string
        id: string
        role: string
      }
    }
  }
  'auth.login': {
    method: 'POST'
    path: '/api/auth/login'
    params: None
    query: None
    body: { email: string; password: string; remember?: boolean | number | string | null }
    data: { twoFactor: { methods: ('recovery_code' | 'totp')[] } } | {
      user: {
        avatar: { large: string; small: string } | null
        email: string
        emailVerifiedAt: string | null
        fullName: string
        id: string
        role: string
      }
    }
  }
  'auth.token': {
    method: 'POST'
    path: '/api/auth/token'
    params: None
    query: None
    body: { code?: string | null; email?: string | null; password?: string | null }
    data: { expiresAt: string; token: string; type: 'Bearer' }
  }
  'auth.confirmation.show': {
    method: 'GET'
    path: '/api/auth/confirmation'
    params: None
    query: None
    body: None
    data: { confirmedUntil: string | null }
  }
  'auth.confirmation.store': {
    method: 'POST'
    path: '/api/auth/confirmation'
    params: None
    query: None
    body: { password: string }
    data: { confirmedUntil: string | null }
  }
  'auth.verify_email.resend': {
    method: 'POST'
    path: '/api/auth/verify-email/resend'
    params: None
    query: None
    body: None
    data: { email: string }
  }
  'user.export.store': {
    method: 'POST'
    path: '/api/user/export'
    params: None
    query: None
    body: None
    data: {
      bytes: number | null
      createdAt: string
      expiresAt: string | null
      id: string
      readyAt: string | null
    }
  }
  'user.destroy': {
    method: 'DELETE'
    path: '/api/user/me'
    params: None
    query: None
    body: None
    data: { deletionDueAt: string | null }
  }
  'auth.sessions.index': {
    method: 'GET'
    path: '/api/auth/sessions'
    params: None
    query: None
    body: None
    data: {
      browser: string | null
      current: boolean
      id: string
      ip: string | null
      isAdministrators: boolean
      kind: string | null
      lastUsedAt: string
      signedInAt: string | null
      system: string | null
    }[]
  }
  'auth.sessions.destroy_others': {
    method: 'DELETE'
    path: '/api/auth/sessions'
    params: None
    query: None
    body: None
    data: null
  }
  'auth.sessions.destroy': {
    method: 'DELETE'
    path: '/api/auth/sessions/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'auth.me': {
    method: 'GET'
    path: '/api/auth/me'
    params: None
    query: None
    body: None
    data: {
      avatar: { large: string; small: string } | null
      deletionDueAt: string | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      hasPassword: boolean
      id: string
      impersonation: { administrator: string; endsAt: string; reason: string } | null
      language: 'de' | 'en' | null
      organization: {
        id: string
        isDisabled: boolean
        logo: { large: string; small: string } | null
        name: string
        needsSecondFactor: boolean
        requiresTwoFactor: boolean
        role: string
        slug: string
      } | null
      permissions: ('api_key.manage' | 'api_key.read' | 'audit.export' | 'audit.read' | 'billing.manage' | 'billing.read' | 'content.publish' | 'content.read' | 'content.write' | 'ledger.export' | 'ledger.read' | 'member.invite' | 'member.read' | 'member.remove' | 'member.update' | 'organization.delete' | 'organization.read' | 'organization.update' | 'single_sign_on.manage' | 'system.manage' | 'system.read' | 'team.manage' | 'team.read' | 'tenant.disable' | 'tenant.read' | 'tenant.update' | 'two_factor.require' | 'user.disable' | 'user.impersonate' | 'user.read' | 'user.update')[]
      restrictions: ('create_key' | 'invite' | 'subscribe')[]
      role: string
      theme: 'dark' | 'light' | 'system'
      timeZone: string
    }
  }
  'user.show': {
    method: 'GET'
    path: '/api/user/me'
    params: None
    query: None
    body: None
    data: {
      avatar: { large: string; small: string } | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'preferences.show': {
    method: 'GET'
    path: '/api/preferences'
    params: None
    query: None
    body: None
    data: {
      language: 'de' | 'en' | null
      mails: { data_ready: boolean }
      theme: 'dark' | 'light' | 'system'
      timeZone: string
    }
  }
  'user.export.index': {
    method: 'GET'
    path: '/api/user/export'
    params: None
    query: None
    body: None
    data: {
      bytes: number | null
      createdAt: string
      expiresAt: string | null
      id: string
      readyAt: string | null
    }[]
  }
  'user.export.file': {
    method: 'GET'
    path: '/api/user/export/file'
    params: None
    query: None
    body: None
    data: null
  }
  'auth.logout': {
    method: 'POST'
    path: '/api/auth/logout'
    params: None
    query: None
    body: None
    data: null
  }
  'auth.change_password': {
    method: 'POST'
    path: '/api/auth/change-password'
    params: None
    query: None
    body: { currentPassword: string; password: string }
    data: {
      avatar: { large: string; small: string } | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'user.deletion.destroy': {
    method: 'DELETE'
    path: '/api/user/deletion'
    params: None
    query: None
    body: None
    data: { deletionDueAt: string | null }
  }
  'preferences.update': {
    method: 'PUT'
    path: '/api/preferences'
    params: None
    query: None
    body: {
      language?: 'de' | 'en' | null
      mails?: { data_ready?: boolean | number | string | null } | null
      theme?: 'dark' | 'light' | 'system' | null
      timeZone?: string | null
    }
    data: {
      language: 'de' | 'en' | null
      mails: { data_ready: boolean }
      theme: 'dark' | 'light' | 'system'
      timeZone: string
    }
  }
  'user.update': {
    method: 'PATCH'
    path: '/api/user/me'
    params: None
    query: None
    body: { fullName: string }
    data: {
      avatar: { large: string; small: string } | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'user.avatar.store': {
    method: 'POST'
    path: '/api/user/avatar'
    params: None
    query: None
    body: { picture: Blob }
    data: {
      avatar: { large: string; small: string } | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'user.avatar.destroy': {
    method: 'DELETE'
    path: '/api/user/avatar'
    params: None
    query: None
    body: None
    data: {
      avatar: { large: string; small: string } | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'auth.impersonation.destroy': {
    method: 'DELETE'
    path: '/api/auth/impersonation'
    params: None
    query: None
    body: None
    data: null
  }
  'auth.forgot_password': {
    method: 'POST'
    path: '/api/auth/forgot-password'
    params: None
    query: None
    body: { email: string }
    data: { email: string }
  }
  'auth.magic_link.store': {
    method: 'POST'
    path: '/api/auth/magic-link'
    params: None
    query: None
    body: { email: string }
    data: { email: string }
  }
  'auth.reset_password': {
    method: 'POST'
    path: '/api/auth/reset-password'
    params: None
    query: None
    body: { password: string; token: string }
    data: { email: string }
  }
  'auth.change_email': {
    method: 'POST'
    path: '/api/auth/change-email'
    params: None
    query: None
    body: { token: string }
    data: { email: string }
  }
  'auth.undo_email': {
    method: 'POST'
    path: '/api/auth/undo-email'
    params: None
    query: None
    body: { token: string }
    data: { email: string }
  }
  'auth.magic_link.session': {
    method: 'POST'
    path: '/api/auth/magic-link/session'
    params: None
    query: None
    body: { token: string }
    data: { twoFactor: { methods: ('recovery_code' | 'totp')[] } } | {
      user: {
        avatar: { large: string; small: string } | null
        email: string
        emailVerifiedAt: string | null
        fullName: string
        id: string
        role: string
      }
    }
  }
  'user.email.store': {
    method: 'POST'
    path: '/api/user/email'
    params: None
    query: None
    body: { email: string }
    data: { email: string }
  }
  'auth.providers.index': {
    method: 'GET'
    path: '/api/auth/providers'
    params: None
    query: None
    body: None
    data: { label: string; name: 'github' | 'google' | 'oidc' }[]
  }
  'auth.providers.visit': {
    method: 'GET'
    path: '/api/auth/providers/:provider/redirect'
    params: { provider: string }
    query: None
    body: None
    data: null
  }
  'auth.providers.callback': {
    method: 'GET'
    path: '/api/auth/providers/:provider/callback'
    params: { provider: string }
    query: None
    body: None
    data: null
  }
  'auth.identities.index': {
    method: 'GET'
    path: '/api/auth/identities'
    params: None
    query: None
    body: None
    data: {
      createdAt: string
      email: string | null
      id: string
      label: string
      lastUsedAt: string | null
      provider: 'github' | 'google' | 'oidc'
    }[]
  }
  'auth.password.store': {
    method: 'POST'
    path: '/api/auth/password'
    params: None
    query: None
    body: { password: string }
    data: {
      avatar: { large: string; small: string } | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'auth.identities.store': {
    method: 'POST'
    path: '/api/auth/identities'
    params: None
    query: None
    body: { provider: string }
    data: { location: string }
  }
  'auth.identities.destroy': {
    method: 'DELETE'
    path: '/api/auth/identities/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'auth.passkeys.challenge': {
    method: 'POST'
    path: '/api/auth/passkeys/challenge'
    params: None
    query: None
    body: None
    data: { challenge: string; rpId: string; timeout?: number; userVerification: 'required' }
  }
  'auth.passkeys.session': {
    method: 'POST'
    path: '/api/auth/passkeys/session'
    params: None
    query: None
    body: {
      credential: {
        id: string
        rawId: string
        response: {
          authenticatorData: string
          clientDataJSON: string
          signature: string
          userHandle?: string | null
        }
      }
    }
    data: {
      user: {
        avatar: { large: string; small: string } | null
        email: string
        emailVerifiedAt: string | null
        fullName: string
        id: string
        role: string
      }
    }
  }
  'auth.confirmation.passkey': {
    method: 'POST'
    path: '/api/auth/confirmation/passkey'
    params: None
    query: None
    body: {
      credential: {
        id: string
        rawId: string
        response: {
          authenticatorData: string
          clientDataJSON: string
          signature: string
          userHandle?: string | null
        }
      }
    }
    data: { confirmedUntil: string | null }
  }
  'auth.passkeys.index': {
    method: 'GET'
    path: '/api/auth/passkeys'
    params: None
    query: None
    body: None
    data: { createdAt: string; id: string; isBackedUp: boolean; lastUsedAt: string | null; name: string }[]
  }
  'auth.passkeys.update': {
    method: 'PATCH'
    path: '/api/auth/passkeys/:id'
    params: { id: string }
    query: None
    body: { name: string }
    data: { createdAt: string; id: string; isBackedUp: boolean; lastUsedAt: string | null; name: string }
  }
  'auth.passkeys.store': {
    method: 'POST'
    path: '/api/auth/passkeys'
    params: None
    query: None
    body: {
      credential: { id: string; rawId: string; response: { attestationObject: string; clientDataJSON: string } }
      name: string
    }
    data: { createdAt: string; id: string; isBackedUp: boolean; lastUsedAt: string | null; name: string }
  }
  'auth.passkeys.options': {
    method: 'POST'
    path: '/api/auth/passkeys/options'
    params: None
    query: None
    body: None
    data: {
      attestation: 'none'
      authenticatorSelection: { requireResidentKey: boolean; residentKey: 'required'; userVerification: 'required' }
      challenge: string
      excludeCredentials: { id: string; type: 'public-key' }[]
      pubKeyCredParams: { alg: number; type: 'public-key' }[]
      rp: { id: string; name: string }
      timeout?: number
      user: { displayName: string; id: string; name: string }
    }
  }
  'auth.passkeys.destroy': {
    method: 'DELETE'
    path: '/api/auth/passkeys/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'auth.second_step.show': {
    method: 'GET'
    path: '/api/auth/two-factor/session'
    params: None
    query: None
    body: None
    data: { methods: ('recovery_code' | 'totp')[] }
  }
  'auth.second_step.store': {
    method: 'POST'
    path: '/api/auth/two-factor/session'
    params: None
    query: None
    body: { code: string }
    data: {
      user: {
        avatar: { large: string; small: string } | null
        email: string
        emailVerifiedAt: string | null
        fullName: string
        id: string
        role: string
      }
    }
  }
  'auth.two_factor.show': {
    method: 'GET'
    path: '/api/auth/two-factor'
    params: None
    query: None
    body: None
    data: { enabledAt: string | null; recoveryCodesLeft: number }
  }
  'auth.two_factor.store': {
    method: 'POST'
    path: '/api/auth/two-factor'
    params: None
    query: None
    body: { code: string }
    data: { recoveryCodes: string[] }
  }
  'auth.two_factor.destroy': {
    method: 'DELETE'
    path: '/api/auth/two-factor'
    params: None
    query: None
    body: None
    data: null
  }
  'auth.two_factor.secret': {
    method: 'POST'
    path: '/api/auth/two-factor/secret'
    params: None
    query: None
    body: None
    data: { address: string; secret: string }
  }
  'auth.two_factor.recovery_codes': {
    method: 'POST'
    path: '/api/auth/two-factor/recovery-codes'
    params: None
    query: None
    body: None
    data: { recoveryCodes: string[] }
  }
  'organizations.index': {
    method: 'GET'
    path: '/api/organizations'
    params: None
    query: None
    body: None
    data: {
      id: string
      isDisabled: boolean
      logo: { large: string; small: string } | null
      name: string
      requiresTwoFactor: boolean
      role: string
      slug: string
    }[]
  }
  'organizations.store': {
    method: 'POST'
    path: '/api/organizations'
    params: None
    query: None
    body: { name: string; slug?: string | null }
    data: {
      createdAt: string
      id: string
      logo: { large: string; small: string } | null
      mostMembers: number
      name: string
      requiresTwoFactor: boolean
      role: string
      roles: string[]
      slug: string
    }
  }
  'organizations.activate': {
    method: 'PUT'
    path: '/api/organizations/active'
    params: None
    query: None
    body: { organizationId: string }
    data: {
      id: string
      isDisabled: boolean
      logo: { large: string; small: string } | null
      name: string
      requiresTwoFactor: boolean
      role: string
      slug: string
    }
  }
  'organizations.show': {
    method: 'GET'
    path: '/api/organizations/:organizationId'
    params: { organizationId: string }
    query: None
    body: None
    data: {
      createdAt: string
      id: string
      logo: { large: string; small: string } | null
      mostMembers: number
      name: string
      requiresTwoFactor: boolean
      role: string
      roles: string[]
      slug: string
    }
  }
  'organizations.members.index': {
    method: 'GET'
    path: '/api/organizations/:organizationId/members'
    params: { organizationId: string }
    query: {
      page?: number | string | null
      perPage?: number | string | null
      search?: string | null
      sort?: '-fullName' | '-joinedAt' | 'fullName' | 'joinedAt' | null
    }
    body: None
    data: {
      avatar: { large: string; small: string } | null
      email: string
      fullName: string
      hasSecondFactor: boolean | null
      joinedAt: string
      role: string
      userId: string
    }[]
  }
  'organizations.teams.index': {
    method: 'GET'
    path: '/api/organizations/:organizationId/teams'
    params: { organizationId: string }
    query: None
    body: None
    data: {
      id: string
      members: { avatar: { large: string; small: string } | null; fullName: string; userId: string }[]
      name: string
      resources: ('audit' | 'billing')[]
    }[]
  }
  'organizations.invitations.index': {
    method: 'GET'
    path: '/api/organizations/:organizationId/invitations'
    params: { organizationId: string }
    query: None
    body: None
    data: {
      email: string
      expiresAt: string
      id: string
      invitedBy: string
      isExpired: boolean
      role: string
      sentAt: string
    }[]
  }
  'organizations.update': {
    method: 'PATCH'
    path: '/api/organizations/:organizationId'
    params: { organizationId: string }
    query: None
    body: { name?: string | null; slug?: string | null }
    data: {
      createdAt: string
      id: string
      logo: { large: string; small: string } | null
      mostMembers: number
      name: string
      requiresTwoFactor: boolean
      role: string
      roles: string[]
      slug: string
    }
  }
  'organizations.logo.store': {
    method: 'POST'
    path: '/api/organizations/:organizationId/logo'
    params: { organizationId: string }
    query: None
    body: { picture: Blob }
    data: {
      createdAt: string
      id: string
      logo: { large: string; small: string } | null
      mostMembers: number
      name: string
      requiresTwoFactor: boolean
      role: string
      roles: string[]
      slug: string
    }
  }
  'organizations.logo.destroy': {
    method: 'DELETE'
    path: '/api/organizations/:organizationId/logo'
    params: { organizationId: string }
    query: None
    body: None
    data: {
      createdAt: string
      id: string
      logo: { large: string; small: string } | null
      mostMembers: number
      name: string
      requiresTwoFactor: boolean
      role: string
      roles: string[]
      slug: string
    }
  }
  'organizations.members.update': {
    method: 'PATCH'
    path: '/api/organizations/:organizationId/members/:userId'
    params: { organizationId: string; userId: string }
    query: None
    body: { role: string }
    data: {
      avatar: { large: string; small: string } | null
      email: string
      fullName: string
      hasSecondFactor: boolean | null
      joinedAt: string
      role: string
      userId: string
    }
  }
  'organizations.members.destroy': {
    method: 'DELETE'
    path: '/api/organizations/:organizationId/members/:userId'
    params: { organizationId: string; userId: string }
    query: None
    body: None
    data: null
  }
  'organizations.invitations.destroy': {
    method: 'DELETE'
    path: '/api/organizations/:organizationId/invitations/:id'
    params: { organizationId: string; id: string }
    query: None
    body: None
    data: null
  }
  'organizations.teams.store': {
    method: 'POST'
    path: '/api/organizations/:organizationId/teams'
    params: { organizationId: string }
    query: None
    body: { name: string; resources: ('audit' | 'billing')[]; userIds: string[] }
    data: {
      id: string
      members: { avatar: { large: string; small: string } | null; fullName: string; userId: string }[]
      name: string
      resources: ('audit' | 'billing')[]
    }
  }
  'organizations.teams.update': {
    method: 'PATCH'
    path: '/api/organizations/:organizationId/teams/:id'
    params: { organizationId: string; id: string }
    query: None
    body: { name: string; resources: ('audit' | 'billing')[]; userIds: string[] }
    data: {
      id: string
      members: { avatar: { large: string; small: string } | null; fullName: string; userId: string }[]
      name: string
      resources: ('audit' | 'billing')[]
    }
  }
  'organizations.teams.destroy': {
    method: 'DELETE'
    path: '/api/organizations/:organizationId/teams/:id'
    params: { organizationId: string; id: string }
    query: None
    body: None
    data: null
  }
  'organizations.leave': {
    method: 'DELETE'
    path: '/api/organizations/:organizationId/membership'
    params: { organizationId: string }
    query: None
    body: None
    data: null
  }
  'organizations.destroy': {
    method: 'DELETE'
    path: '/api/organizations/:organizationId'
    params: { organizationId: string }
    query: None
    body: { name: string }
    data: null
  }
  'organizations.two_factor.store': {
    method: 'POST'
    path: '/api/organizations/:organizationId/two-factor'
    params: { organizationId: string }
    query: None
    body: None
    data: {
      createdAt: string
      id: string
      logo: { large: string; small: string } | null
      mostMembers: number
      name: string
      requiresTwoFactor: boolean
      role: string
      roles: string[]
      slug: string
    }
  }
  'organizations.two_factor.destroy': {
    method: 'DELETE'
    path: '/api/organizations/:organizationId/two-factor'
    params: { organizationId: string }
    query: None
    body: None
    data: {
      createdAt: string
      id: string
      logo: { large: string; small: string } | null
      mostMembers: number
      name: string
      requiresTwoFactor: boolean
      role: string
      roles: string[]
      slug: string
    }
  }
  'organizations.invitations.store': {
    method: 'POST'
    path: '/api/organizations/:organizationId/invitations'
    params: { organizationId: string }
    query: None
    body: { email: string; role: string }
    data: {
      email: string
      expiresAt: string
      id: string
      invitedBy: string
      isExpired: boolean
      role: string
      sentAt: string
    }
  }
  'organizations.invitations.mail': {
    method: 'POST'
    path: '/api/organizations/:organizationId/invitations/:id/mail'
    params: { organizationId: string; id: string }
    query: None
    body: None
    data: {
      email: string
      expiresAt: string
      id: string
      invitedBy: string
      isExpired: boolean
      role: string
      sentAt: string
    }
  }
  'invitations.show': {
    method: 'POST'
    path: '/api/invitations'
    params: None
    query: None
    body: { token: string }
    data: {
      email: string
      hasAccount: boolean
      invitedBy: string
      organization: string
      role: string
      signedInAs: string | null
    }
  }
  'invitations.register': {
    method: 'POST'
    path: '/api/invitations/registration'
    params: None
    query: None
    body: { email?: string | null; fullName: string; password: string; token: string }
    data: {
      user: {
        avatar: { large: string; small: string } | null
        email: string
        emailVerifiedAt: string | null
        fullName: string
        id: string
        role: string
      }
    }
  }
  'invitations.accept': {
    method: 'POST'
    path: '/api/invitations/acceptance'
    params: None
    query: None
    body: { token: string }
    data: { organizationId: string; role: string }
  }
  'single_sign_on.visit': {
    method: 'GET'
    path: '/api/auth/single-sign-on'
    params: None
    query: { email: string; next?: string | null }
    body: None
    data: null
  }
  'single_sign_on.callback': {
    method: 'GET'
    path: '/api/auth/single-sign-on/:organization/callback'
    params: { organization: string }
    query: None
    body: None
    data: null
  }
  'single_sign_on.show': {
    method: 'GET'
    path: '/api/single-sign-on'
    params: None
    query: None
    body: None
    data: {
      callbackUrl: string
      domains: {
        id: string
        name: string
        record: { name: string; value: string }
        verifiedAt: string | null
      }[]
      provider: {
        clientId: string
        isRequired: boolean
        issuer: string
        provenAt: string | null
        role: string
      } | null
      roles: string[]
    }
  }
  'single_sign_on.update': {
    method: 'PUT'
    path: '/api/single-sign-on'
    params: None
    query: None
    body: {
      clientId: string
      clientSecret?: string | null
      isRequired: boolean | number | string
      issuer: string
      role: string
    }
    data: {
      callbackUrl: string
      domains: {
        id: string
        name: string
        record: { name: string; value: string }
        verifiedAt: string | null
      }[]
      provider: {
        clientId: string
        isRequired: boolean
        issuer: string
        provenAt: string | null
        role: string
      } | null
      roles: string[]
    }
  }
  'single_sign_on.destroy': {
    method: 'DELETE'
    path: '/api/single-sign-on'
    params: None
    query: None
    body: None
    data: null
  }
  'single_sign_on.check': {
    method: 'POST'
    path: '/api/single-sign-on/check'
    params: None
    query: None
    body: None
    data: null
  }
  'single_sign_on.domains.store': {
    method: 'POST'
    path: '/api/single-sign-on/domains'
    params: None
    query: None
    body: { name: string }
    data: {
      callbackUrl: string
      domains: {
        id: string
        name: string
        record: { name: string; value: string }
        verifiedAt: string | null
      }[]
      provider: {
        clientId: string
        isRequired: boolean
        issuer: string
        provenAt: string | null
        role: string
      } | null
      roles: string[]
    }
  }
  'single_sign_on.domains.destroy': {
    method: 'DELETE'
    path: '/api/single-sign-on/domains/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'single_sign_on.domains.verify': {
    method: 'POST'
    path: '/api/single-sign-on/domains/:id/verification'
    params: { id: string }
    query: None
    body: None
    data: {
      callbackUrl: string
      domains: {
        id: string
        name: string
        record: { name: string; value: string }
        verifiedAt: string | null
      }[]
      provider: {
        clientId: string
        isRequired: boolean
        issuer: string
        provenAt: string | null
        role: string
      } | null
      roles: string[]
    }
  }
  'api_keys.index': {
    method: 'GET'
    path: '/api/api-keys'
    params: None
    query: None
    body: None
    data: {
      calls: number
      createdAt: string
      createdBy: string
      expiresAt: string | null
      id: string
      lastUsedAt: string | null
      name: string
      perMinute: number
      prefix: string
      scopes: string[]
      state: 'active' | 'expired' | 'stopped'
    }[]
  }
  'api_keys.choices': {
    method: 'GET'
    path: '/api/api-keys/choices'
    params: None
    query: None
    body: None
    data: {
      mostPerMinute: number
      perMinute: number
      scopes: ('api_key.manage' | 'api_key.read' | 'audit.export' | 'audit.read' | 'billing.manage' | 'billing.read' | 'member.invite' | 'member.read' | 'member.remove' | 'member.update' | 'organization.delete' | 'organization.read' | 'organization.update' | 'single_sign_on.manage' | 'team.manage' | 'team.read' | 'two_factor.require')[]
    }
  }
  'api_keys.destroy': {
    method: 'DELETE'
    path: '/api/api-keys/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'api_keys.store': {
    method: 'POST'
    path: '/api/api-keys'
    params: None
    query: None
    body: {
      expiresInDays: number | string | null
      name: string
      perMinute?: number | string | null
      scopes: ('api_key.manage' | 'api_key.read' | 'audit.export' | 'audit.read' | 'billing.manage' | 'billing.read' | 'member.invite' | 'member.read' | 'member.remove' | 'member.update' | 'organization.delete' | 'organization.read' | 'organization.update' | 'single_sign_on.manage' | 'team.manage' | 'team.read' | 'two_factor.require')[]
    }
    data: { id: string; name: string; prefix: string; secret: string }
  }
  'cms.site': {
    method: 'GET'
    path: '/api/cms/site'
    params: None
    query: { language?: 'de' | 'en' | null }
    body: None
    data: {
      categories: { description: string | null; id: string; name: string; slug: string }[]
      contactEmail: string | null
      description: string
      footerText: string | null
      image: {
        alt: string
        focus: { x: number; y: number } | null
        height: number | null
        id: string
        url: string
        width: number | null
      } | null
      name: string
      navigation: {
        footer: { items: { description: string | null; href: string; label: string }[]; label: string }[]
        header: {
          children: { description: string | null; href: string; label: string }[]
          description: string | null
          href: string
          label: string
        }[]
      }
      social: { href: string; icon: string | null; label: string }[]
      tagline: string
    }
  }
  'cms.sitemap': {
    method: 'GET'
    path: '/api/cms/sitemap'
    params: None
    query: { language?: 'de' | 'en' | null }
    body: None
    data: { path: string; updatedAt: string | null }[]
  }
  'cms.home': {
    method: 'GET'
    path: '/api/cms/pages'
    params: None
    query: { language?: 'de' | 'en' | null }
    body: None
    data: {
      blocks: ({
        actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
        eyebrow: string | null
        id: string
        image: {
          alt: string
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        } | null
        text: string | null
        title: string
        type: 'hero'
      } | {
        actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
        id: string
        text: string | null
        title: string
        tone: 'plain' | 'strong'
        type: 'cta'
      } | { body: string; id: string; title: string | null; type: 'rich_text' } | {
        footnote: string | null
        id: string
        text: string | null
        title: string | null
        type: 'pricing'
      } | {
        form: {
          fields: {
            autocomplete: string | null
            help: string | null
            label: string
            name: string
            options: string[]
            required: boolean
            type: 'checkbox' | 'email' | 'select' | 'text' | 'textarea'
          }[]
          id: string
          name: string
          submitLabel: string
          successMessage: string
        }
        id: string
        text: string | null
        title: string | null
        type: 'form'
      } | {
        id: string
        images: {
          alt: string
          caption: string | null
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        }[]
        text: string | null
        title: string | null
        type: 'gallery'
      } | {
        id: string
        items: { href: string | null; icon: string | null; text: string; title: string }[]
        text: string | null
        title: string | null
        type: 'features'
      } | {
        id: string
        posts: {
          author: {
            avatar: {
              alt: string
              focus: { x: number; y: number } | null
              height: number | null
              id: string
              url: string
              width: number | null
            } | null
            name: string
            slug: string
            title: string | null
          } | null
          category: { name: string; slug: string } | null
          excerpt: string
          id: string
          image: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          language: 'de' | 'en'
          publishedAt: string
          slug: string
          tags: string[]
          title: string
          updatedAt: string | null
        }[]
        text: string | null
        title: string | null
        type: 'posts'
      })[]
      id: string
      language: 'de' | 'en'
      path: string
      redirect: null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      title: string
      updatedAt: string
    } | { path: string; redirect: { status: 301 | 302; to: string } }
  }
  'cms.page': {
    method: 'GET'
    path: '/api/cms/pages/*'
    params: { path: string }
    query: { language?: 'de' | 'en' | null }
    body: None
    data: {
      blocks: ({
        actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
        eyebrow: string | null
        id: string
        image: {
          alt: string
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        } | null
        text: string | null
        title: string
        type: 'hero'
      } | {
        actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
        id: string
        text: string | null
        title: string
        tone: 'plain' | 'strong'
        type: 'cta'
      } | { body: string; id: string; title: string | null; type: 'rich_text' } | {
        footnote: string | null
        id: string
        text: string | null
        title: string | null
        type: 'pricing'
      } | {
        form: {
          fields: {
            autocomplete: string | null
            help: string | null
            label: string
            name: string
            options: string[]
            required: boolean
            type: 'checkbox' | 'email' | 'select' | 'text' | 'textarea'
          }[]
          id: string
          name: string
          submitLabel: string
          successMessage: string
        }
        id: string
        text: string | null
        title: string | null
        type: 'form'
      } | {
        id: string
        images: {
          alt: string
          caption: string | null
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        }[]
        text: string | null
        title: string | null
        type: 'gallery'
      } | {
        id: string
        items: { href: string | null; icon: string | null; text: string; title: string }[]
        text: string | null
        title: string | null
        type: 'features'
      } | {
        id: string
        posts: {
          author: {
            avatar: {
              alt: string
              focus: { x: number; y: number } | null
              height: number | null
              id: string
              url: string
              width: number | null
            } | null
            name: string
            slug: string
            title: string | null
          } | null
          category: { name: string; slug: string } | null
          excerpt: string
          id: string
          image: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          language: 'de' | 'en'
          publishedAt: string
          slug: string
          tags: string[]
          title: string
          updatedAt: string | null
        }[]
        text: string | null
        title: string | null
        type: 'posts'
      })[]
      id: string
      language: 'de' | 'en'
      path: string
      redirect: null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      title: string
      updatedAt: string
    } | { path: string; redirect: { status: 301 | 302; to: string } }
  }
  'cms.posts.index': {
    method: 'GET'
    path: '/api/cms/posts'
    params: None
    query: {
      author?: string | null
      category?: string | null
      language?: 'de' | 'en' | null
      page?: number | string | null
      perPage?: number | string | null
      tag?: string | null
    }
    body: None
    data: {
      author: {
        avatar: {
          alt: string
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        } | null
        name: string
        slug: string
        title: string | null
      } | null
      category: { name: string; slug: string } | null
      excerpt: string
      id: string
      image: {
        alt: string
        focus: { x: number; y: number } | null
        height: number | null
        id: string
        url: string
        width: number | null
      } | null
      language: 'de' | 'en'
      publishedAt: string
      slug: string
      tags: string[]
      title: string
      updatedAt: string | null
    }[]
  }
  'cms.posts.show': {
    method: 'GET'
    path: '/api/cms/posts/:slug'
    params: { slug: string }
    query: { language?: 'de' | 'en' | null }
    body: None
    data: {
      author: {
        avatar: {
          alt: string
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        } | null
        name: string
        slug: string
        title: string | null
      } | null
      body: string
      category: { name: string; slug: string } | null
      excerpt: string
      id: string
      image: {
        alt: string
        focus: { x: number; y: number } | null
        height: number | null
        id: string
        url: string
        width: number | null
      } | null
      language: 'de' | 'en'
      next: { language: 'de' | 'en'; slug: string; title: string } | null
      previous: { language: 'de' | 'en'; slug: string; title: string } | null
      publishedAt: string
      readingMinutes: number
      related: {
        author: {
          avatar: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          name: string
          slug: string
          title: string | null
        } | null
        category: { name: string; slug: string } | null
        excerpt: string
        id: string
        image: {
          alt: string
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        } | null
        language: 'de' | 'en'
        publishedAt: string
        slug: string
        tags: string[]
        title: string
        updatedAt: string | null
      }[]
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      slug: string
      tags: string[]
      title: string
      updatedAt: string | null
    }
  }
  'cms.authors.show': {
    method: 'GET'
    path: '/api/cms/authors/:slug'
    params: { slug: string }
    query: None
    body: None
    data: {
      avatar: {
        alt: string
        focus: { x: number; y: number } | null
        height: number | null
        id: string
        url: string
        width: number | null
      } | null
      bio: string
      name: string
      slug: string
      title: string | null
    }
  }
  'cms.search': {
    method: 'GET'
    path: '/api/cms/search'
    params: None
    query: {
      kind?: 'pages' | 'posts' | null
      language?: 'de' | 'en' | null
      page?: number | string | null
      perPage?: number | string | null
      q: string
      tag?: string | null
    }
    body: None
    data: {
      address: string
      excerpt: string
      kind: 'pages' | 'posts'
      language: 'de' | 'en'
      title: string
    }[]
  }
  'cms.events.index': {
    method: 'GET'
    path: '/api/cms/events'
    params: None
    query: None
    body: None
    data: null
  }
  'cms.assets.show': {
    method: 'GET'
    path: '/api/cms/assets/:id'
    params: { id: string }
    query: { key: 'avatar' | 'card' | 'hero' | 'social' | 'thumb' | 'wide'; v?: string | null }
    body: None
    data: null
  }
  'cms.asset_files.show': {
    method: 'GET'
    path: '/api/cms/assets/:id/file'
    params: { id: string }
    query: { v?: string | null }
    body: None
    data: null
  }
  'cms.collection_items.index': {
    method: 'GET'
    path: '/api/cms/collections/:collection'
    params: { collection: string }
    query: {
      fields?: string | null
      filter?: unknown
      limit?: number | string | null
      page?: number | string | null
      search?: string | null
      sort?: string | null
    }
    body: None
    data: { [key: string]: unknown }[]
  }
  'cms.collection_items.show': {
    method: 'GET'
    path: '/api/cms/collections/:collection/:id'
    params: { collection: string; id: string }
    query: { fields?: string | null }
    body: None
    data: { [key: string]: unknown }
  }
  'cms.graphql_answers.store': {
    method: 'POST'
    path: '/api/cms/graphql'
    params: None
    query: None
    body: { variables?: { [key: string]: unknown } | null }
    data: { [key: string]: unknown }
  }
  'cms.form_submissions.store': {
    method: 'POST'
    path: '/api/cms/forms/:id/submissions'
    params: { id: string }
    query: None
    body: { elapsedMs: number | string; values: { [key: string]: unknown }; website?: string | null }
    data: { form: string }
  }
  'cms.shared_previews.show': {
    method: 'GET'
    path: '/api/cms/previews/shared'
    params: None
    query: { link: string }
    body: None
    data: {
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      kind: 'pages' | 'posts'
      page: {
        blocks: ({
          actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
          eyebrow: string | null
          id: string
          image: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          text: string | null
          title: string
          type: 'hero'
        } | {
          actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
          id: string
          text: string | null
          title: string
          tone: 'plain' | 'strong'
          type: 'cta'
        } | { body: string; id: string; title: string | null; type: 'rich_text' } | {
          footnote: string | null
          id: string
          text: string | null
          title: string | null
          type: 'pricing'
        } | {
          form: {
            fields: {
              autocomplete: string | null
              help: string | null
              label: string
              name: string
              options: string[]
              required: boolean
              type: 'checkbox' | 'email' | 'select' | 'text' | 'textarea'
            }[]
            id: string
            name: string
            submitLabel: string
            successMessage: string
          }
          id: string
          text: string | null
          title: string | null
          type: 'form'
        } | {
          id: string
          images: {
            alt: string
            caption: string | null
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          }[]
          text: string | null
          title: string | null
          type: 'gallery'
        } | {
          id: string
          items: { href: string | null; icon: string | null; text: string; title: string }[]
          text: string | null
          title: string | null
          type: 'features'
        } | {
          id: string
          posts: {
            author: {
              avatar: {
                alt: string
                focus: { x: number; y: number } | null
                height: number | null
                id: string
                url: string
                width: number | null
              } | null
              name: string
              slug: string
              title: string | null
            } | null
            category: { name: string; slug: string } | null
            excerpt: string
            id: string
            image: {
              alt: string
              focus: { x: number; y: number } | null
              height: number | null
              id: string
              url: string
              width: number | null
            } | null
            language: 'de' | 'en'
            publishedAt: string
            slug: string
            tags: string[]
            title: string
            updatedAt: string | null
          }[]
          text: string | null
          title: string | null
          type: 'posts'
        })[]
        id: string
        language: 'de' | 'en'
        path: string
        redirect: null
        seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
        title: string
        updatedAt: string
      } | null
      post: {
        author: {
          avatar: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          name: string
          slug: string
          title: string | null
        } | null
        body: string
        category: { name: string; slug: string } | null
        excerpt: string
        id: string
        image: {
          alt: string
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        } | null
        language: 'de' | 'en'
        next: { language: 'de' | 'en'; slug: string; title: string } | null
        previous: { language: 'de' | 'en'; slug: string; title: string } | null
        publishedAt: string
        readingMinutes: number
        related: {
          author: {
            avatar: {
              alt: string
              focus: { x: number; y: number } | null
              height: number | null
              id: string
              url: string
              width: number | null
            } | null
            name: string
            slug: string
            title: string | null
          } | null
          category: { name: string; slug: string } | null
          excerpt: string
          id: string
          image: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          language: 'de' | 'en'
          publishedAt: string
          slug: string
          tags: string[]
          title: string
          updatedAt: string | null
        }[]
        seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
        slug: string
        tags: string[]
        title: string
        updatedAt: string | null
      } | null
      schedule: { failure: string | null; publishAt: string } | null
      title: string
      updatedAt: string
    }
  }
  'cms.entries.index': {
    method: 'GET'
    path: '/api/cms/entries'
    params: None
    query: {
      kind?: 'pages' | 'posts' | null
      language?: 'de' | 'en' | null
      page?: number | string | null
      perPage?: number | string | null
      search?: string | null
      state?: 'changed' | 'draft' | 'published' | 'scheduled' | null
    }
    body: None
    data: {
      address: string
      editedBy: string | null
      failure: string | null
      id: string
      isMine: boolean
      isPublished: boolean
      kind: 'pages' | 'posts'
      language: 'de' | 'en'
      publishAt: string | null
      state: 'changed' | 'draft' | 'published' | 'scheduled'
      title: string
      updatedAt: string
    }[]
  }
  'cms.post_entries.show': {
    method: 'GET'
    path: '/api/cms/entries/posts/:id'
    params: { id: string }
    query: None
    body: None
    data: {
      address: string | null
      author: string | null
      body: string
      category: string | null
      excerpt: string
      hasDraft: boolean
      id: string
      image: string | null
      isMine: boolean
      isPublished: boolean
      language: 'de' | 'en'
      publishedAt: string
      schedule: { failure: string | null; publishAt: string } | null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      slug: string
      tags: string[]
      title: string
      updatedAt: string
    }
  }
  'cms.page_entries.show': {
    method: 'GET'
    path: '/api/cms/entries/pages/:id'
    params: { id: string }
    query: None
    body: None
    data: {
      address: string | null
      blocks: ({
        collection: string
        id: string | null
        type: 'cta' | 'features' | 'form' | 'gallery' | 'hero' | 'posts' | 'pricing' | 'rich_text'
        values: { [key: string]: unknown }
      } | { collection: string; id: string | null; type: 'unknown'; values: Record<string, never> })[]
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      language: 'de' | 'en'
      path: string
      schedule: { failure: string | null; publishAt: string } | null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      title: string
      updatedAt: string
    }
  }
  'cms.entry_editions.index': {
    method: 'GET'
    path: '/api/cms/entries/:kind/:id/editions'
    params: { kind: string; id: string }
    query: None
    body: None
    data: { id: number; publishedAt: string; publishedBy: string | null }[]
  }
  'cms.entry_editions.show': {
    method: 'GET'
    path: '/api/cms/entries/:kind/:id/editions/:edition'
    params: { kind: string; id: string; edition: string }
    query: None
    body: None
    data: {
      differences: { after: string; before: string; field: string }[]
      id: number
      isWhole: boolean
      publishedAt: string
      publishedBy: string | null
    }
  }
  'cms.previews.show': {
    method: 'GET'
    path: '/api/cms/previews/:kind/:id'
    params: { kind: string; id: string }
    query: None
    body: None
    data: {
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      kind: 'pages' | 'posts'
      page: {
        blocks: ({
          actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
          eyebrow: string | null
          id: string
          image: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          text: string | null
          title: string
          type: 'hero'
        } | {
          actions: { href: string; label: string; variant: 'primary' | 'secondary' }[]
          id: string
          text: string | null
          title: string
          tone: 'plain' | 'strong'
          type: 'cta'
        } | { body: string; id: string; title: string | null; type: 'rich_text' } | {
          footnote: string | null
          id: string
          text: string | null
          title: string | null
          type: 'pricing'
        } | {
          form: {
            fields: {
              autocomplete: string | null
              help: string | null
              label: string
              name: string
              options: string[]
              required: boolean
              type: 'checkbox' | 'email' | 'select' | 'text' | 'textarea'
            }[]
            id: string
            name: string
            submitLabel: string
            successMessage: string
          }
          id: string
          text: string | null
          title: string | null
          type: 'form'
        } | {
          id: string
          images: {
            alt: string
            caption: string | null
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          }[]
          text: string | null
          title: string | null
          type: 'gallery'
        } | {
          id: string
          items: { href: string | null; icon: string | null; text: string; title: string }[]
          text: string | null
          title: string | null
          type: 'features'
        } | {
          id: string
          posts: {
            author: {
              avatar: {
                alt: string
                focus: { x: number; y: number } | null
                height: number | null
                id: string
                url: string
                width: number | null
              } | null
              name: string
              slug: string
              title: string | null
            } | null
            category: { name: string; slug: string } | null
            excerpt: string
            id: string
            image: {
              alt: string
              focus: { x: number; y: number } | null
              height: number | null
              id: string
              url: string
              width: number | null
            } | null
            language: 'de' | 'en'
            publishedAt: string
            slug: string
            tags: string[]
            title: string
            updatedAt: string | null
          }[]
          text: string | null
          title: string | null
          type: 'posts'
        })[]
        id: string
        language: 'de' | 'en'
        path: string
        redirect: null
        seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
        title: string
        updatedAt: string
      } | null
      post: {
        author: {
          avatar: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          name: string
          slug: string
          title: string | null
        } | null
        body: string
        category: { name: string; slug: string } | null
        excerpt: string
        id: string
        image: {
          alt: string
          focus: { x: number; y: number } | null
          height: number | null
          id: string
          url: string
          width: number | null
        } | null
        language: 'de' | 'en'
        next: { language: 'de' | 'en'; slug: string; title: string } | null
        previous: { language: 'de' | 'en'; slug: string; title: string } | null
        publishedAt: string
        readingMinutes: number
        related: {
          author: {
            avatar: {
              alt: string
              focus: { x: number; y: number } | null
              height: number | null
              id: string
              url: string
              width: number | null
            } | null
            name: string
            slug: string
            title: string | null
          } | null
          category: { name: string; slug: string } | null
          excerpt: string
          id: string
          image: {
            alt: string
            focus: { x: number; y: number } | null
            height: number | null
            id: string
            url: string
            width: number | null
          } | null
          language: 'de' | 'en'
          publishedAt: string
          slug: string
          tags: string[]
          title: string
          updatedAt: string | null
        }[]
        seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
        slug: string
        tags: string[]
        title: string
        updatedAt: string | null
      } | null
      schedule: { failure: string | null; publishAt: string } | null
      title: string
      updatedAt: string
    }
  }
  'cms.files.index': {
    method: 'GET'
    path: '/api/cms/files'
    params: None
    query: {
      page?: number | string | null
      perPage?: number | string | null
      search?: string | null
      type?: 'audio' | 'document' | 'image' | 'video' | null
    }
    body: None
    data: {
      alt: string
      bytes: number
      download: string | null
      focus: { x: number; y: number } | null
      height: number | null
      id: string
      isMine: boolean
      name: string
      title: string
      type: string
      uploadedAt: string
      url: string | null
      width: number | null
    }[]
  }
  'cms.files.show': {
    method: 'GET'
    path: '/api/cms/files/:id'
    params: { id: string }
    query: None
    body: None
    data: {
      alt: string
      bytes: number
      download: string | null
      focus: { x: number; y: number } | null
      height: number | null
      id: string
      isMine: boolean
      name: string
      title: string
      type: string
      uploadedAt: string
      uploadedBy: string | null
      url: string | null
      uses: {
        id: string | null
        isDraft: boolean
        kind: 'authors' | 'globals' | 'navigation' | 'pages' | 'posts' | 'redirects'
        label: string
      }[]
      width: number | null
    }
  }
  'cms.block_types.index': {
    method: 'GET'
    path: '/api/cms/block-types'
    params: None
    query: None
    body: None
    data: {
      authors: { id: string; name: string }[]
      categories: { id: string; name: string }[]
      forms: { id: string; name: string }[]
      types: {
        fields: {
          fields: {
            help: string | null
            kind: 'category' | 'choice' | 'form' | 'image' | 'line' | 'link' | 'markdown' | 'number' | 'paragraph' | 'rows'
            label: string
            most: number | null
            name: string
            options: string[]
            required: boolean
          }[]
          help: string | null
          kind: 'category' | 'choice' | 'form' | 'image' | 'line' | 'link' | 'markdown' | 'number' | 'paragraph' | 'rows'
          label: string
          most: number | null
          name: string
          options: string[]
          required: boolean
        }[]
        icon: string
        label: string
        type: string
      }[]
    }
  }
  'cms.files.update': {
    method: 'PATCH'
    path: '/api/cms/files/:id'
    params: { id: string }
    query: None
    body: {
      alt?: string | null
      focus?: { x: number | string; y: number | string } | null
      title?: string | null
    }
    data: {
      alt: string
      bytes: number
      download: string | null
      focus: { x: number; y: number } | null
      height: number | null
      id: string
      isMine: boolean
      name: string
      title: string
      type: string
      uploadedAt: string
      url: string | null
      width: number | null
    }
  }
  'cms.files.destroy': {
    method: 'DELETE'
    path: '/api/cms/files/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'cms.post_entries.store': {
    method: 'POST'
    path: '/api/cms/entries/posts'
    params: None
    query: None
    body: {
      author?: string | null
      body?: string | null
      category?: string | null
      excerpt?: string | null
      image?: string | null
      language?: 'de' | 'en' | null
      publishedAt?: number | string | null
      seo?: {
        description?: string | null
        image?: string | null
        noIndex?: boolean | number | string | null
        title?: string | null
      } | null
      slug: string
      tags?: string[] | null
      title: string
    }
    data: {
      address: string | null
      author: string | null
      body: string
      category: string | null
      excerpt: string
      hasDraft: boolean
      id: string
      image: string | null
      isMine: boolean
      isPublished: boolean
      language: 'de' | 'en'
      publishedAt: string
      schedule: { failure: string | null; publishAt: string } | null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      slug: string
      tags: string[]
      title: string
      updatedAt: string
    }
  }
  'cms.post_entries.update': {
    method: 'PATCH'
    path: '/api/cms/entries/posts/:id'
    params: { id: string }
    query: None
    body: {
      author?: string | null
      basedOn?: number | string | null
      body?: string | null
      category?: string | null
      excerpt?: string | null
      image?: string | null
      publishedAt?: number | string | null
      seo?: {
        description?: string | null
        image?: string | null
        noIndex?: boolean | number | string | null
        title?: string | null
      } | null
      slug?: string | null
      tags?: string[] | null
      title?: string | null
    }
    data: {
      address: string | null
      author: string | null
      body: string
      category: string | null
      excerpt: string
      hasDraft: boolean
      id: string
      image: string | null
      isMine: boolean
      isPublished: boolean
      language: 'de' | 'en'
      publishedAt: string
      schedule: { failure: string | null; publishAt: string } | null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      slug: string
      tags: string[]
      title: string
      updatedAt: string
    }
  }
  'cms.page_entries.store': {
    method: 'POST'
    path: '/api/cms/entries/pages'
    params: None
    query: None
    body: {
      blocks?: {
        id?: string | null
        type: 'cta' | 'features' | 'form' | 'gallery' | 'hero' | 'posts' | 'pricing' | 'rich_text' | 'unknown'
        values: { [key: string]: unknown }
      }[] | null
      language?: 'de' | 'en' | null
      path: string
      seo?: {
        description?: string | null
        image?: string | null
        noIndex?: boolean | number | string | null
        title?: string | null
      } | null
      title: string
    }
    data: {
      address: string | null
      blocks: ({
        collection: string
        id: string | null
        type: 'cta' | 'features' | 'form' | 'gallery' | 'hero' | 'posts' | 'pricing' | 'rich_text'
        values: { [key: string]: unknown }
      } | { collection: string; id: string | null; type: 'unknown'; values: Record<string, never> })[]
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      language: 'de' | 'en'
      path: string
      schedule: { failure: string | null; publishAt: string } | null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      title: string
      updatedAt: string
    }
  }
  'cms.page_entries.update': {
    method: 'PATCH'
    path: '/api/cms/entries/pages/:id'
    params: { id: string }
    query: None
    body: {
      basedOn?: number | string | null
      blocks?: {
        id?: string | null
        type: 'cta' | 'features' | 'form' | 'gallery' | 'hero' | 'posts' | 'pricing' | 'rich_text' | 'unknown'
        values: { [key: string]: unknown }
      }[] | null
      path?: string | null
      seo?: {
        description?: string | null
        image?: string | null
        noIndex?: boolean | number | string | null
        title?: string | null
      } | null
      title?: string | null
    }
    data: {
      address: string | null
      blocks: ({
        collection: string
        id: string | null
        type: 'cta' | 'features' | 'form' | 'gallery' | 'hero' | 'posts' | 'pricing' | 'rich_text'
        values: { [key: string]: unknown }
      } | { collection: string; id: string | null; type: 'unknown'; values: Record<string, never> })[]
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      language: 'de' | 'en'
      path: string
      schedule: { failure: string | null; publishAt: string } | null
      seo: { description: string | null; image: string | null; noIndex: boolean; title: string | null }
      title: string
      updatedAt: string
    }
  }
  'cms.entry_restorations.store': {
    method: 'POST'
    path: '/api/cms/entries/:kind/:id/editions/:edition/restoration'
    params: { kind: string; id: string; edition: string }
    query: None
    body: None
    data: {
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      schedule: { failure: string | null; publishAt: string } | null
      title: string
      updatedAt: string
    }
  }
  'cms.preview_links.store': {
    method: 'POST'
    path: '/api/cms/entries/:kind/:id/preview-links'
    params: { kind: string; id: string }
    query: None
    body: { hours: number | string }
    data: { expiresAt: string; url: string }
  }
  'cms.entry_translations.store': {
    method: 'POST'
    path: '/api/cms/entries/:kind/:id/translations'
    params: { kind: string; id: string }
    query: None
    body: { language: 'de' | 'en' }
    data: {
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      schedule: { failure: string | null; publishAt: string } | null
      title: string
      updatedAt: string
    }
  }
  'cms.entry_drafts.destroy': {
    method: 'DELETE'
    path: '/api/cms/entries/:kind/:id/draft'
    params: { kind: string; id: string }
    query: None
    body: None
    data: null
  }
  'cms.files.store': {
    method: 'POST'
    path: '/api/cms/files'
    params: None
    query: None
    body: { file: Blob }
    data: {
      alt: string
      bytes: number
      download: string | null
      focus: { x: number; y: number } | null
      height: number | null
      id: string
      isMine: boolean
      name: string
      title: string
      type: string
      uploadedAt: string
      url: string | null
      width: number | null
    }
  }
  'cms.entry_publications.store': {
    method: 'POST'
    path: '/api/cms/entries/:kind/:id/publication'
    params: { kind: string; id: string }
    query: None
    body: {
      basedOn?: number | string | null
      overwrite?: boolean | number | string | null
      publishAt?: number | string | null
    }
    data: {
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      schedule: { failure: string | null; publishAt: string } | null
      title: string
      updatedAt: string
    }
  }
  'cms.entry_publications.destroy': {
    method: 'DELETE'
    path: '/api/cms/entries/:kind/:id/publication'
    params: { kind: string; id: string }
    query: None
    body: None
    data: {
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      schedule: { failure: string | null; publishAt: string } | null
      title: string
      updatedAt: string
    }
  }
  'cms.entry_schedules.destroy': {
    method: 'DELETE'
    path: '/api/cms/entries/:kind/:id/schedule'
    params: { kind: string; id: string }
    query: None
    body: None
    data: {
      hasDraft: boolean
      id: string
      isMine: boolean
      isPublished: boolean
      schedule: { failure: string | null; publishAt: string } | null
      title: string
      updatedAt: string
    }
  }
  'cms.entries.destroy': {
    method: 'DELETE'
    path: '/api/cms/entries/:kind/:id'
    params: { kind: string; id: string }
    query: None
    body: None
    data: null
  }
  'cms.posts.store': {
    method: 'POST'
    path: '/api/cms/posts'
    params: None
    query: None
    body: {
      author?: string | null
      body?: string | null
      category?: string | null
      excerpt?: string | null
      image?: string | null
      language?: 'de' | 'en' | null
      publishedAt?: number | string | null
      slug: string
      tags?: string[] | null
      title: string
    }
    data: {
      author: string | null
      body: string
      category: string | null
      excerpt: string
      id: string
      image: string | null
      language: 'de' | 'en'
      publishedAt: string
      slug: string
      tags: string[]
      title: string
      updatedAt: string
    }
  }
  'cms.posts.update': {
    method: 'PATCH'
    path: '/api/cms/posts/:id'
    params: { id: string }
    query: None
    body: {
      author?: string | null
      body?: string | null
      category?: string | null
      excerpt?: string | null
      image?: string | null
      publishedAt?: number | string | null
      slug?: string | null
      tags?: string[] | null
      title?: string | null
    }
    data: {
      author: string | null
      body: string
      category: string | null
      excerpt: string
      id: string
      image: string | null
      language: 'de' | 'en'
      publishedAt: string
      slug: string
      tags: string[]
      title: string
      updatedAt: string
    }
  }
  'cms.posts.destroy': {
    method: 'DELETE'
    path: '/api/cms/posts/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'cms.studio_seats.show': {
    method: 'GET'
    path: '/api/cms/studio/seats'
    params: None
    query: None
    body: None
    data: { holders: string[]; isMine: boolean; limit: number | null; used: number }
  }
  'cms.studio_seats.destroy': {
    method: 'DELETE'
    path: '/api/cms/studio/seats/mine'
    params: None
    query: None
    body: None
    data: null
  }
  'billing.plans.index': {
    method: 'GET'
    path: '/api/billing/plans'
    params: None
    query: None
    body: None
    data: {
      amountCents: number
      charges: {
        metric: string
        name: string
        tiers: { flatAmount: string; unitAmount: string; upTo: number | null }[]
      }[]
      code: string
      currency: string
      description: string
      entitlements: { api_calls: number | null; sso: boolean }
      features: string[]
      interval: 'monthly' | 'yearly'
      name: string
      trialDays: number
    }[]
  }
  'billing.webhooks.store': {
    method: 'POST'
    path: '/api/billing/webhooks'
    params: None
    query: None
    body: { [key: string]: unknown }
    data: { received: true }
  }
  'billing.subscriptions.index': {
    method: 'GET'
    path: '/api/billing/subscriptions'
    params: None
    query: None
    body: None
    data: {
      cancelAt: string | null
      canceledAt: string | null
      currentPeriodEnd: string | null
      id: string
      nextPlanCode: string | null
      planCode: string
      planName: string
      startedAt: string | null
      status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      trialEndsAt: string | null
    }[]
  }
  'billing.entitlements.show': {
    method: 'GET'
    path: '/api/billing/entitlements'
    params: None
    query: None
    body: None
    data: {
      balanceIsLow: boolean
      currency: string
      currencyIsFinal: boolean
      features: { api_calls: number | null; sso: boolean }
      planCode: string
      planName: string
      suspendedAt: string | null
      suspendsAt: string | null
    }
  }
  'billing.usage.show': {
    method: 'GET'
    path: '/api/billing/usage'
    params: None
    query: None
    body: None
    data: {
      calls: {
        days: { count: number; day: string }[]
        forecast: number
        limit: number | null
        people: { count: number; name: string }[]
        used: number
      }
      from: string
      resetsAt: string
      seats: {
        average: number
        days: { count: number; day: string }[]
        included: number | null
        now: number
      }
    }
  }
  'billing.invoices.index': {
    method: 'GET'
    path: '/api/billing/invoices'
    params: None
    query: { page?: number | string | null; perPage?: number | string | null }
    body: None
    data: {
      currency: string
      dueOn: string | null
      id: string
      issuedOn: string
      number: string
      overdue: boolean
      paymentError: string | null
      paymentStatus: 'failed' | 'pending' | 'succeeded'
      pdfUrl: string | null
      status: string
      totalCents: number
    }[]
  }
  'billing.invoices.show': {
    method: 'GET'
    path: '/api/billing/invoices/:id'
    params: { id: string }
    query: None
    body: None
    data: {
      currency: string
      dueOn: string | null
      id: string
      issuedOn: string
      number: string
      overdue: boolean
      paymentError: string | null
      paymentStatus: 'failed' | 'pending' | 'succeeded'
      pdfUrl: string | null
      status: string
      totalCents: number
    }
  }
  'billing.invoices.pdf': {
    method: 'GET'
    path: '/api/billing/invoices/:id/pdf'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'billing.preview.show': {
    method: 'GET'
    path: '/api/billing/preview'
    params: None
    query: { planCode: string }
    body: None
    data: {
      couponCents: number
      coveredUntil: string | null
      creditCents: number
      currency: 'AED' | 'AFN' | 'ALL' | 'AMD' | 'ANG' | 'AOA' | 'ARS' | 'AUD' | 'AWG' | 'AZN' | 'BAM' | 'BBD' | 'BDT' | 'BGN' | 'BIF' | 'BMD' | 'BND' | 'BOB' | 'BRL' | 'BSD' | 'BWP' | 'BYN' | 'BZD' | 'CAD' | 'CDF' | 'CHF' | 'CLF' | 'CLP' | 'CNY' | 'COP' | 'CRC' | 'CVE' | 'CZK' | 'DJF' | 'DKK' | 'DOP' | 'DZD' | 'EGP' | 'ETB' | 'EUR' | 'FJD' | 'FKP' | 'GBP' | 'GEL' | 'GHS' | 'GIP' | 'GMD' | 'GNF' | 'GTQ' | 'GYD' | 'HKD' | 'HNL' | 'HRK' | 'HTG' | 'HUF' | 'IDR' | 'ILS' | 'INR' | 'ISK' | 'JMD' | 'JPY' | 'KES' | 'KGS' | 'KHR' | 'KMF' | 'KRW' | 'KYD' | 'KZT' | 'LAK' | 'LBP' | 'LKR' | 'LRD' | 'LSL' | 'MAD' | 'MDL' | 'MGA' | 'MKD' | 'MMK' | 'MNT' | 'MOP' | 'MRO' | 'MUR' | 'MVR' | 'MWK' | 'MXN' | 'MYR' | 'MZN' | 'NAD' | 'NGN' | 'NIO' | 'NOK' | 'NPR' | 'NZD' | 'PAB' | 'PEN' | 'PGK' | 'PHP' | 'PKR' | 'PLN' | 'PYG' | 'QAR' | 'RON' | 'RSD' | 'RUB' | 'RWF' | 'SAR' | 'SBD' | 'SCR' | 'SEK' | 'SGD' | 'SHP' | 'SLL' | 'SOS' | 'SRD' | 'STD' | 'SZL' | 'THB' | 'TJS' | 'TOP' | 'TRY' | 'TTD' | 'TWD' | 'TZS' | 'UAH' | 'UGX' | 'USD' | 'UYU' | 'UZS' | 'VND' | 'VUV' | 'WST' | 'XAF' | 'XCD' | 'XOF' | 'XPF' | 'YER' | 'ZAR' | 'ZMW'
      dueCents: number
      kind: 'later' | 'now' | 'stay'
      planCents: number
      planCode: string
      planName: string
      prepaidCents: number
      startsAt: string
      taxCents: number
      trialEndsAt: string | null
      usageCents: number
    }
  }
  'billing.coupons.index': {
    method: 'GET'
    path: '/api/billing/coupons'
    params: None
    query: None
    body: None
    data: {
      amountCents: number | null
      appliedAt: string
      code: string
      currency: string | null
      frequency: 'forever' | 'once' | 'recurring'
      id: string
      invoicesLeft: number | null
      name: string
      percentageRate: number | null
      remainingCents: number | null
    }[]
  }
  'billing.wallet.show': {
    method: 'GET'
    path: '/api/billing/wallet'
    params: None
    query: None
    body: None
    data: {
      balanceCents: number
      currency: string
      isLow: boolean
      leastCents: 500
      lowBalanceCents: number | null
      mostCents: 500000
      transactions: {
        amountCents: number
        createdAt: string
        id: string
        kind: 'granted' | 'invoiced' | 'purchased' | 'voided'
        settledAt: string | null
        status: 'failed' | 'pending' | 'settled'
      }[]
    }
  }
  'billing.details.show': {
    method: 'GET'
    path: '/api/billing/details'
    params: None
    query: None
    body: None
    data: {
      addressLine1: string | null
      addressLine2: string | null
      city: string | null
      countries: string[]
      country: string | null
      currencies: ('EUR' | 'USD')[]
      currency: string
      currencyIsFinal: boolean
      legalName: string | null
      postalCode: string | null
      state: string | null
      taxNumber: string | null
      vat: { code: string; description: string; name: string; rate: number } | null
    }
  }
  'billing.subscriptions.store': {
    method: 'POST'
    path: '/api/billing/subscriptions'
    params: None
    query: None
    body: { planCode: string }
    data: {
      cancelAt: string | null
      canceledAt: string | null
      checkoutUrl: string | null
      currentPeriodEnd: string | null
      id: string
      nextPlanCode: string | null
      planCode: string
      planName: string
      startedAt: string | null
      status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      trialEndsAt: string | null
    }
  }
  'billing.subscriptions.update': {
    method: 'PATCH'
    path: '/api/billing/subscriptions/:id'
    params: { id: string }
    query: None
    body: { cancelAt: null }
    data: {
      cancelAt: string | null
      canceledAt: string | null
      currentPeriodEnd: string | null
      id: string
      nextPlanCode: string | null
      planCode: string
      planName: string
      startedAt: string | null
      status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      trialEndsAt: string | null
    }
  }
  'billing.subscriptions.destroy': {
    method: 'DELETE'
    path: '/api/billing/subscriptions/:id'
    params: { id: string }
    query: None
    body: { at: 'now' | 'period_end' }
    data: {
      cancelAt: string | null
      canceledAt: string | null
      currentPeriodEnd: string | null
      id: string
      nextPlanCode: string | null
      planCode: string
      planName: string
      startedAt: string | null
      status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      trialEndsAt: string | null
    }
  }
  'billing.coupons.store': {
    method: 'POST'
    path: '/api/billing/coupons'
    params: None
    query: None
    body: { code: string }
    data: {
      amountCents: number | null
      appliedAt: string
      code: string
      currency: string | null
      frequency: 'forever' | 'once' | 'recurring'
      id: string
      invoicesLeft: number | null
      name: string
      percentageRate: number | null
      remainingCents: number | null
    }[]
  }
  'billing.coupons.destroy': {
    method: 'DELETE'
    path: '/api/billing/coupons/:id'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'billing.wallet.update': {
    method: 'PUT'
    path: '/api/billing/wallet'
    params: None
    query: None
    body: { lowBalanceCents: number | string | null }
    data: {
      balanceCents: number
      currency: string
      isLow: boolean
      leastCents: 500
      lowBalanceCents: number | null
      mostCents: 500000
      transactions: {
        amountCents: number
        createdAt: string
        id: string
        kind: 'granted' | 'invoiced' | 'purchased' | 'voided'
        settledAt: string | null
        status: 'failed' | 'pending' | 'settled'
      }[]
    }
  }
  'billing.top_ups.store': {
    method: 'POST'
    path: '/api/billing/wallet/top-ups'
    params: None
    query: None
    body: { amountCents: number | string }
    data: { paymentUrl: string | null }
  }
  'billing.details.update': {
    method: 'PUT'
    path: '/api/billing/details'
    params: None
    query: None
    body: {
      addressLine1: string
      addressLine2: string | null
      city: string
      country: string
      currency?: 'EUR' | 'USD' | null
      legalName: string
      postalCode: string | null
      state: string | null
      taxNumber: string | null
    }
    data: {
      addressLine1: string | null
      addressLine2: string | null
      city: string | null
      countries: string[]
      country: string | null
      currencies: ('EUR' | 'USD')[]
      currency: string
      currencyIsFinal: boolean
      legalName: string | null
      postalCode: string | null
      state: string | null
      taxNumber: string | null
      vat: { code: string; description: string; name: string; rate: number } | null
    }
  }
  'billing.invoices.pay': {
    method: 'POST'
    path: '/api/billing/invoices/:id/payment'
    params: { id: string }
    query: None
    body: None
    data: { paymentUrl: string }
  }
  'billing.checkout.store': {
    method: 'POST'
    path: '/api/billing/checkout'
    params: None
    query: None
    body: None
    data: { checkoutUrl: string }
  }
  'billing.portal.store': {
    method: 'POST'
    path: '/api/billing/portal'
    params: None
    query: None
    body: None
    data: { portalUrl: string }
  }
  'user.events.index': {
    method: 'GET'
    path: '/api/user/events'
    params: None
    query: { cursor?: string | null; perPage?: number | string | null }
    body: None
    data: {
      action: string
      actor: { id: string | null; key: string | null; name: string }
      at: string
      device: string | null
      id: string
      ip: string | null
      sentence: string
    }[]
  }
  'audit.index': {
    method: 'GET'
    path: '/api/audit'
    params: None
    query: {
      action?: string | null
      cursor?: string | null
      from?: number | string | null
      perPage?: number | string | null
      person?: string | null
      until?: number | string | null
    }
    body: None
    data: {
      action: string
      actor: { id: string | null; key: string | null; name: string }
      at: string
      device: string | null
      id: string
      ip: string | null
      sentence: string
    }[]
  }
  'audit.choices': {
    method: 'GET'
    path: '/api/audit/choices'
    params: None
    query: None
    body: None
    data: { actions: string[]; people: { fullName: string; id: string }[] }
  }
  'audit.export': {
    method: 'GET'
    path: '/api/audit.csv'
    params: None
    query: {
      action?: string | null
      cursor?: string | null
      from?: number | string | null
      perPage?: number | string | null
      person?: string | null
      until?: number | string | null
    }
    body: None
    data: null
  }
  'admin.statistics.show': {
    method: 'GET'
    path: '/api/admin/statistics'
    params: None
    query: None
    body: None
    data: {
      organizations: { disabled: number; recent: number; total: number }
      subscriptions: { active: number; canceled: number; incomplete: number; pastDue: number }
      users: { disabled: number; recent: number; total: number }
    }
  }
  'admin.system.show': {
    method: 'GET'
    path: '/api/admin/system'
    params: None
    query: None
    body: None
    data: {
      checks: {
        billing: { latencyMs: number; status: 'down' | 'up' }
        cms: { latencyMs: number; status: 'down' | 'up' }
        postgres: { latencyMs: number; status: 'down' | 'up' }
        queue: { latencyMs: number; status: 'down' | 'up' }
        redis: { latencyMs: number; status: 'down' | 'up' }
      }
      status: 'down' | 'up'
    }
  }
  'admin.users.index': {
    method: 'GET'
    path: '/api/admin/users'
    params: None
    query: {
      page?: number | string | null
      perPage?: number | string | null
      role?: string | null
      search?: string | null
      sort?: '-createdAt' | '-email' | '-fullName' | 'createdAt' | 'email' | 'fullName' | null
      state?: 'active' | 'disabled' | null
      verified?: boolean | number | string | null
    }
    body: None
    data: {
      createdAt: string
      disabledAt: string | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }[]
  }
  'admin.users.show': {
    method: 'GET'
    path: '/api/admin/users/:id'
    params: { id: string }
    query: None
    body: None
    data: {
      createdAt: string
      disabledAt: string | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      memberships: { id: string; name: string; role: string; slug: string }[]
      passkeys: number
      role: string
      roles: string[]
      twoFactorEnabledAt: string | null
    }
  }
  'admin.organizations.index': {
    method: 'GET'
    path: '/api/admin/organizations'
    params: None
    query: {
      page?: number | string | null
      perPage?: number | string | null
      search?: string | null
      sort?: '-createdAt' | '-members' | '-name' | 'createdAt' | 'members' | 'name' | null
      state?: 'active' | 'disabled' | null
    }
    body: None
    data: {
      createdAt: string
      disabledAt: string | null
      id: string
      members: number
      name: string
      slug: string
    }[]
  }
  'admin.organizations.show': {
    method: 'GET'
    path: '/api/admin/organizations/:id'
    params: { id: string }
    query: None
    body: None
    data: {
      createdAt: string
      disabledAt: string | null
      id: string
      members: { email: string; fullName: string; id: string; role: string }[]
      name: string
      slug: string
      subscription: {
        planCode: string
        planName: string
        status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      } | null
    }
  }
  'admin.organizations.billing': {
    method: 'GET'
    path: '/api/admin/organizations/:id/billing'
    params: { id: string }
    query: None
    body: None
    data: {
      country: string | null
      legalName: string | null
      openInvoices: {
        currency: string
        dueOn: string | null
        id: string
        issuedOn: string
        number: string
        overdue: boolean
        paymentError: string | null
        paymentStatus: 'failed' | 'pending' | 'succeeded'
        pdfUrl: string | null
        status: string
        totalCents: number
      }[]
      subscription: {
        cancelAt: string | null
        canceledAt: string | null
        currentPeriodEnd: string | null
        id: string
        nextPlanCode: string | null
        planCode: string
        planName: string
        startedAt: string | null
        status: 'active' | 'canceled' | 'incomplete' | 'past_due'
        trialEndsAt: string | null
      } | null
      syncedAt: string | null
      taxNumber: string | null
      trouble: {
        attempts: number
        beganAt: string
        reminders: number
        suspendedAt: string | null
        suspendsAt: string
      } | null
    }
  }
  'admin.billing.show': {
    method: 'GET'
    path: '/api/admin/billing'
    params: None
    query: None
    body: None
    data: {
      churn: { before: number; lost: number }
      dashboardUrl: string | null
      months: {
        currency: string
        invoicedCents: number
        invoices: number
        month: string
        paidCents: number
        taxCents: number
      }[]
      plans: {
        currency: string
        invoicedCents: number
        invoices: number
        organizations: number
        paidCents: number
        planCode: string | null
        planName: string | null
        taxCents: number
      }[]
      recurring: { currency: string; monthlyCents: number; subscriptions: number; yearlyCents: number }[]
      trials: {
        endsAt: string
        id: string
        organizationId: string
        organizationName: string
        planName: string
      }[]
      troubles: {
        attempts: number
        beganAt: string
        currency: string
        id: string
        invoices: number
        organizationId: string
        organizationName: string
        owedCents: number
        reminders: number
        suspendedAt: string | null
        suspendsAt: string
      }[]
    }
  }
  'admin.billing.webhooks.index': {
    method: 'GET'
    path: '/api/admin/billing/webhooks'
    params: None
    query: {
      organization?: string | null
      page?: number | string | null
      perPage?: number | string | null
      search?: string | null
      sort?: '-receivedAt' | 'receivedAt' | null
      state?: 'done' | 'failed' | 'waiting' | null
    }
    body: None
    data: {
      attempts: number
      error: string | null
      id: string
      organizationId: string | null
      processedAt: string | null
      receivedAt: string
      state: 'done' | 'failed' | 'waiting'
      type: string
    }[]
  }
  'admin.ledger.index': {
    method: 'GET'
    path: '/api/admin/ledger'
    params: None
    query: {
      action?: string | null
      cursor?: string | null
      from?: number | string | null
      organization?: string | null
      perPage?: number | string | null
      person?: string | null
      until?: number | string | null
      user?: string | null
    }
    body: None
    data: {
      action: string
      actor: { id: string | null; key: string | null; name: string }
      at: string
      device: string | null
      id: string
      ip: string | null
      sentence: string
    }[]
  }
  'admin.queues.index': {
    method: 'GET'
    path: '/api/admin/queues'
    params: None
    query: None
    body: None
    data: {
      active: number
      delayed: number
      failed: number
      name: 'account-erasure' | 'account-tokens' | 'avatar-sweep' | 'billing-reconciliation' | 'broken-uploads' | 'content-index' | 'dunning' | 'expired-exports' | 'idempotency-keys' | 'lago-inbox' | 'lago-webhooks' | 'ledger' | 'old-invitations' | 'scheduled-content' | 'sent-usage' | 'trials' | 'usage'
      waiting: number
      workers: number
    }[]
  }
  'admin.queues.failures.index': {
    method: 'GET'
    path: '/api/admin/queues/:queue/failures'
    params: { queue: string }
    query: { page?: number | string | null; perPage?: number | string | null }
    body: None
    data: {
      attempts: number
      data: string
      failedAt: string | null
      id: string
      name: string
      queuedAt: string
      reason: string
    }[]
  }
  'admin.users.export': {
    method: 'GET'
    path: '/api/admin/users.csv'
    params: None
    query: {
      page?: number | string | null
      perPage?: number | string | null
      role?: string | null
      search?: string | null
      sort?: '-createdAt' | '-email' | '-fullName' | 'createdAt' | 'email' | 'fullName' | null
      state?: 'active' | 'disabled' | null
      verified?: boolean | number | string | null
    }
    body: None
    data: null
  }
  'admin.organizations.export': {
    method: 'GET'
    path: '/api/admin/organizations.csv'
    params: None
    query: {
      page?: number | string | null
      perPage?: number | string | null
      search?: string | null
      sort?: '-createdAt' | '-members' | '-name' | 'createdAt' | 'members' | 'name' | null
      state?: 'active' | 'disabled' | null
    }
    body: None
    data: null
  }
  'admin.ledger.export': {
    method: 'GET'
    path: '/api/admin/ledger.csv'
    params: None
    query: {
      action?: string | null
      cursor?: string | null
      from?: number | string | null
      organization?: string | null
      perPage?: number | string | null
      person?: string | null
      until?: number | string | null
      user?: string | null
    }
    body: None
    data: null
  }
  'admin.users.update': {
    method: 'PATCH'
    path: '/api/admin/users/:id'
    params: { id: string }
    query: None
    body: {
      fullName?: string | null
      reason?: string | null
      role?: string | null
      verified?: boolean | number | string | null
    }
    data: {
      createdAt: string
      disabledAt: string | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'admin.users.disable': {
    method: 'POST'
    path: '/api/admin/users/:id/suspension'
    params: { id: string }
    query: None
    body: { reason: string }
    data: {
      createdAt: string
      disabledAt: string | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'admin.users.enable': {
    method: 'DELETE'
    path: '/api/admin/users/:id/suspension'
    params: { id: string }
    query: None
    body: None
    data: {
      createdAt: string
      disabledAt: string | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      role: string
    }
  }
  'admin.users.sign_out': {
    method: 'DELETE'
    path: '/api/admin/users/:id/sessions'
    params: { id: string }
    query: None
    body: None
    data: null
  }
  'admin.users.verify': {
    method: 'POST'
    path: '/api/admin/users/:id/verification-mail'
    params: { id: string }
    query: None
    body: None
    data: { email: string }
  }
  'admin.users.reset_two_factor': {
    method: 'POST'
    path: '/api/admin/users/:id/two-factor-reset'
    params: { id: string }
    query: None
    body: { passkeys: boolean | number | string; reason: string }
    data: {
      createdAt: string
      disabledAt: string | null
      email: string
      emailVerifiedAt: string | null
      fullName: string
      id: string
      memberships: { id: string; name: string; role: string; slug: string }[]
      passkeys: number
      role: string
      roles: string[]
      twoFactorEnabledAt: string | null
    }
  }
  'admin.organizations.update': {
    method: 'PATCH'
    path: '/api/admin/organizations/:id'
    params: { id: string }
    query: None
    body: { name?: string | null; slug?: string | null }
    data: {
      createdAt: string
      disabledAt: string | null
      id: string
      members: { email: string; fullName: string; id: string; role: string }[]
      name: string
      slug: string
      subscription: {
        planCode: string
        planName: string
        status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      } | null
    }
  }
  'admin.organizations.disable': {
    method: 'POST'
    path: '/api/admin/organizations/:id/suspension'
    params: { id: string }
    query: None
    body: { reason: string }
    data: {
      createdAt: string
      disabledAt: string | null
      id: string
      members: { email: string; fullName: string; id: string; role: string }[]
      name: string
      slug: string
      subscription: {
        planCode: string
        planName: string
        status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      } | null
    }
  }
  'admin.organizations.enable': {
    method: 'DELETE'
    path: '/api/admin/organizations/:id/suspension'
    params: { id: string }
    query: None
    body: None
    data: {
      createdAt: string
      disabledAt: string | null
      id: string
      members: { email: string; fullName: string; id: string; role: string }[]
      name: string
      slug: string
      subscription: {
        planCode: string
        planName: string
        status: 'active' | 'canceled' | 'incomplete' | 'past_due'
      } | null
    }
  }
  'admin.billing.webhooks.replay': {
    method: 'POST'
    path: '/api/admin/billing/webhooks/:key/replay'
    params: { key: string }
    query: None
    body: None
    data: {
      attempts: number
      error: string | null
      id: string
      organizationId: string | null
      processedAt: string | null
      receivedAt: string
      state: 'done' | 'failed' | 'waiting'
      type: string
    }
  }
  'admin.queues.failures.retry': {
    method: 'POST'
    path: '/api/admin/queues/:queue/failures/:job/retry'
    params: { queue: string; job: string }
    query: None
    body: None
    data: null
  }
  'admin.queues.failures.destroy': {
    method: 'DELETE'
    path: '/api/admin/queues/:queue/failures/:job'
    params: { queue: string; job: string }
    query: None
    body: None
    data: null
  }
  'admin.users.impersonate': {
    method: 'POST'
    path: '/api/admin/users/:id/impersonation'
    params: { id: string }
    query: None
    body: { reason: string }
    data: null
  }
}

export const routes = {
  'health.live': ['GET', '/api/health/live'],
  'health.show': ['GET', '/api/health'],
  'avatars.show': ['GET', '/api/avatars/:key'],
  'auth.jwks': ['GET', '/api/auth/jwks.json'],
  'auth.verify_email': ['POST', '/api/auth/verify-email'],
  'auth.csrf': ['GET', '/api/auth/csrf'],
  'auth.register': ['POST', '/api/auth/register'],
  'auth.login': ['POST', '/api/auth/login'],
  'auth.token': ['POST', '/api/auth/token'],
  'auth.confirmation.show': ['GET', '/api/auth/confirmation'],
  'auth.confirmation.store': ['POST', '/api/auth/confirmation'],
  'auth.verify_email.resend': ['POST', '/api/auth/verify-email/resend'],
  'user.export.store': ['POST', '/api/user/export'],
  'user.destroy': ['DELETE', '/api/user/me'],
  'auth.sessions.index': ['GET', '/api/auth/sessions'],
  'auth.sessions.destroy_others': ['DELETE', '/api/auth/sessions'],
  'auth.sessions.destroy': ['DELETE', '/api/auth/sessions/:id'],
  'auth.me': ['GET', '/api/auth/me'],
  'user.show': ['GET', '/api/user/me'],
  'preferences.show': ['GET', '/api/preferences'],
  'user.export.index': ['GET', '/api/user/export'],
  'user.export.file': ['GET', '/api/user/export/file'],
  'auth.logout': ['POST', '/api/auth/logout'],
  'auth.change_password': ['POST', '/api/auth/change-password'],
  'user.deletion.destroy': ['DELETE', '/api/user/deletion'],
  'preferences.update': ['PUT', '/api/preferences'],
  'user.update': ['PATCH', '/api/user/me'],
  'user.avatar.store': ['POST', '/api/user/avatar'],
  'user.avatar.destroy': ['DELETE', '/api/user/avatar'],
  'auth.impersonation.destroy': ['DELETE', '/api/auth/impersonation'],
  'auth.forgot_password': ['POST', '/api/auth/forgot-password'],
  'auth.magic_link.store': ['POST', '/api/auth/magic-link'],
  'auth.reset_password': ['POST', '/api/auth/reset-password'],
  'auth.change_email': ['POST', '/api/auth/change-email'],
  'auth.undo_email': ['POST', '/api/auth/undo-email'],
  'auth.magic_link.session': ['POST', '/api/auth/magic-link/session'],
  'user.email.store': ['POST', '/api/user/email'],
  'auth.providers.index': ['GET', '/api/auth/providers'],
  'auth.providers.visit': ['GET', '/api/auth/providers/:provider/redirect'],
  'auth.providers.callback': ['GET', '/api/auth/providers/:provider/callback'],
  'auth.identities.index': ['GET', '/api/auth/identities'],
  'auth.password.store': ['POST', '/api/auth/password'],
  'auth.identities.store': ['POST', '/api/auth/identities'],
  'auth.identities.destroy': ['DELETE', '/api/auth/identities/:id'],
  'auth.passkeys.challenge': ['POST', '/api/auth/passkeys/challenge'],
  'auth.passkeys.session': ['POST', '/api/auth/passkeys/session'],
  'auth.confirmation.passkey': ['POST', '/api/auth/confirmation/passkey'],
  'auth.passkeys.index': ['GET', '/api/auth/passkeys'],
  'auth.passkeys.update': ['PATCH', '/api/auth/passkeys/:id'],
  'auth.passkeys.store': ['POST', '/api/auth/passkeys'],
  'auth.passkeys.options': ['POST', '/api/auth/passkeys/options'],
  'auth.passkeys.destroy': ['DELETE', '/api/auth/passkeys/:id'],
  'auth.second_step.show': ['GET', '/api/auth/two-factor/session'],
  'auth.second_step.store': ['POST', '/api/auth/two-factor/session'],
  'auth.two_factor.show': ['GET', '/api/auth/two-factor'],
  'auth.two_factor.store': ['POST', '/api/auth/two-factor'],
  'auth.two_factor.destroy': ['DELETE', '/api/auth/two-factor'],
  'auth.two_factor.secret': ['POST', '/api/auth/two-factor/secret'],
  'auth.two_factor.recovery_codes': ['POST', '/api/auth/two-factor/recovery-codes'],
  'organizations.index': ['GET', '/api/organizations'],
  'organizations.store': ['POST', '/api/organizations'],
  'organizations.activate': ['PUT', '/api/organizations/active'],
  'organizations.show': ['GET', '/api/organizations/:organizationId'],
  'organizations.members.index': ['GET', '/api/organizations/:organizationId/members'],
  'organizations.teams.index': ['GET', '/api/organizations/:organizationId/teams'],
  'organizations.invitations.index': ['GET', '/api/organizations/:organizationId/invitations'],
  'organizations.update': ['PATCH', '/api/organizations/:organizationId'],
  'organizations.logo.store': ['POST', '/api/organizations/:organizationId/logo'],
  'organizations.logo.destroy': ['DELETE', '/api/organizations/:organizationId/logo'],
  'organizations.members.update': ['PATCH', '/api/organizations/:organizationId/members/:userId'],
  'organizations.members.destroy': ['DELETE', '/api/organizations/:organizationId/members/:userId'],
  'organizations.invitations.destroy': ['DELETE', '/api/organizations/:organizationId/invitations/:id'],
  'organizations.teams.store': ['POST', '/api/organizations/:organizationId/teams'],
  'organizations.teams.update': ['PATCH', '/api/organizations/:organizationId/teams/:id'],
  'organizations.teams.destroy': ['DELETE', '/api/organizations/:organizationId/teams/:id'],
  'organizations.leave': ['DELETE', '/api/organizations/:organizationId/membership'],
  'organizations.destroy': ['DELETE', '/api/organizations/:organizationId'],
  'organizations.two_factor.store': ['POST', '/api/organizations/:organizationId/two-factor'],
  'organizations.two_factor.destroy': ['DELETE', '/api/organizations/:organizationId/two-factor'],
  'organizations.invitations.store': ['POST', '/api/organizations/:organizationId/invitations'],
  'organizations.invitations.mail': ['POST', '/api/organizations/:organizationId/invitations/:id/mail'],
  'invitations.show': ['POST', '/api/invitations'],
  'invitations.register': ['POST', '/api/invitations/registration'],
  'invitations.accept': ['POST', '/api/invitations/acceptance'],
  'single_sign_on.visit': ['GET', '/api/auth/single-sign-on'],
  'single_sign_on.callback': ['GET', '/api/auth/single-sign-on/:organization/callback'],
  'single_sign_on.show': ['GET', '/api/single-sign-on'],
  'single_sign_on.update': ['PUT', '/api/single-sign-on'],
  'single_sign_on.destroy': ['DELETE', '/api/single-sign-on'],
  'single_sign_on.check': ['POST', '/api/single-sign-on/check'],
  'single_sign_on.domains.store': ['POST', '/api/single-sign-on/domains'],
  'single_sign_on.domains.destroy': ['DELETE', '/api/single-sign-on/domains/:id'],
  'single_sign_on.domains.verify': ['POST', '/api/single-sign-on/domains/:id/verification'],
  'api_keys.index': ['GET', '/api/api-keys'],
  'api_keys.choices': ['GET', '/api/api-keys/choices'],
  'api_keys.destroy': ['DELETE', '/api/api-keys/:id'],
  'api_keys.store': ['POST', '/api/api-keys'],
  'cms.site': ['GET', '/api/cms/site'],
  'cms.sitemap': ['GET', '/api/cms/sitemap'],
  'cms.home': ['GET', '/api/cms/pages'],
  'cms.page': ['GET', '/api/cms/pages/*'],
  'cms.posts.index': ['GET', '/api/cms/posts'],
  'cms.posts.show': ['GET', '/api/cms/posts/:slug'],
  'cms.authors.show': ['GET', '/api/cms/authors/:slug'],
  'cms.search': ['GET', '/api/cms/search'],
  'cms.events.index': ['GET', '/api/cms/events'],
  'cms.assets.show': ['GET', '/api/cms/assets/:id'],
  'cms.asset_files.show': ['GET', '/api/cms/assets/:id/file'],
  'cms.collection_items.index': ['GET', '/api/cms/collections/:collection'],
  'cms.collection_items.show': ['GET', '/api/cms/collections/:collection/:id'],
  'cms.graphql_answers.store': ['POST', '/api/cms/graphql'],
  'cms.form_submissions.store': ['POST', '/api/cms/forms/:id/submissions'],
  'cms.shared_previews.show': ['GET', '/api/cms/previews/shared'],
  'cms.entries.index': ['GET', '/api/cms/entries'],
  'cms.post_entries.show': ['GET', '/api/cms/entries/posts/:id'],
  'cms.page_entries.show': ['GET', '/api/cms/entries/pages/:id'],
  'cms.entry_editions.index': ['GET', '/api/cms/entries/:kind/:id/editions'],
  'cms.entry_editions.show': ['GET', '/api/cms/entries/:kind/:id/editions/:edition'],
  'cms.previews.show': ['GET', '/api/cms/previews/:kind/:id'],
  'cms.files.index': ['GET', '/api/cms/files'],
  'cms.files.show': ['GET', '/api/cms/files/:id'],
  'cms.block_types.index': ['GET', '/api/cms/block-types'],
  'cms.files.update': ['PATCH', '/api/cms/files/:id'],
  'cms.files.destroy': ['DELETE', '/api/cms/files/:id'],
  'cms.post_entries.store': ['POST', '/api/cms/entries/posts'],
  'cms.post_entries.update': ['PATCH', '/api/cms/entries/posts/:id'],
  'cms.page_entries.store': ['POST', '/api/cms/entries/pages'],
  'cms.page_entries.update': ['PATCH', '/api/cms/entries/pages/:id'],
  'cms.entry_restorations.store': ['POST', '/api/cms/entries/:kind/:id/editions/:edition/restoration'],
  'cms.preview_links.store': ['POST', '/api/cms/entries/:kind/:id/preview-links'],
  'cms.entry_translations.store': ['POST', '/api/cms/entries/:kind/:id/translations'],
  'cms.entry_drafts.destroy': ['DELETE', '/api/cms/entries/:kind/:id/draft'],
  'cms.files.store': ['POST', '/api/cms/files'],
  'cms.entry_publications.store': ['POST', '/api/cms/entries/:kind/:id/publication'],
  'cms.entry_publications.destroy': ['DELETE', '/api/cms/entries/:kind/:id/publication'],
  'cms.entry_schedules.destroy': ['DELETE', '/api/cms/entries/:kind/:id/schedule'],
  'cms.entries.destroy': ['DELETE', '/api/cms/entries/:kind/:id'],
  'cms.posts.store': ['POST', '/api/cms/posts'],
  'cms.posts.update': ['PATCH', '/api/cms/posts/:id'],
  'cms.posts.destroy': ['DELETE', '/api/cms/posts/:id'],
  'cms.studio_seats.show': ['GET', '/api/cms/studio/seats'],
  'cms.studio_seats.destroy': ['DELETE', '/api/cms/studio/seats/mine'],
  'billing.plans.index': ['GET', '/api/billing/plans'],
  'billing.webhooks.store': ['POST', '/api/billing/webhooks'],
  'billing.subscriptions.index': ['GET', '/api/billing/subscriptions'],
  'billing.entitlements.show': ['GET', '/api/billing/entitlements'],
  'billing.usage.show': ['GET', '/api/billing/usage'],
  'billing.invoices.index': ['GET', '/api/billing/invoices'],
  'billing.invoices.show': ['GET', '/api/billing/invoices/:id'],
  'billing.invoices.pdf': ['GET', '/api/billing/invoices/:id/pdf'],
  'billing.preview.show': ['GET', '/api/billing/preview'],
  'billing.coupons.index': ['GET', '/api/billing/coupons'],
  'billing.wallet.show': ['GET', '/api/billing/wallet'],
  'billing.details.show': ['GET', '/api/billing/details'],
  'billing.subscriptions.store': ['POST', '/api/billing/subscriptions'],
  'billing.subscriptions.update': ['PATCH', '/api/billing/subscriptions/:id'],
  'billing.subscriptions.destroy': ['DELETE', '/api/billing/subscriptions/:id'],
  'billing.coupons.store': ['POST', '/api/billing/coupons'],
  'billing.coupons.destroy': ['DELETE', '/api/billing/coupons/:id'],
  'billing.wallet.update': ['PUT', '/api/billing/wallet'],
  'billing.top_ups.store': ['POST', '/api/billing/wallet/top-ups'],
  'billing.details.update': ['PUT', '/api/billing/details'],
  'billing.invoices.pay': ['POST', '/api/billing/invoices/:id/payment'],
  'billing.checkout.store': ['POST', '/api/billing/checkout'],
  'billing.portal.store': ['POST', '/api/billing/portal'],
  'user.events.index': ['GET', '/api/user/events'],
  'audit.index': ['GET', '/api/audit'],
  'audit.choices': ['GET', '/api/audit/choices'],
  'audit.export': ['GET', '/api/audit.csv'],
  'admin.statistics.show': ['GET', '/api/admin/statistics'],
  'admin.system.show': ['GET', '/api/admin/system'],
  'admin.users.index': ['GET', '/api/admin/users'],
  'admin.users.show': ['GET', '/api/admin/users/:id'],
  'admin.organizations.index': ['GET', '/api/admin/organizations'],
  'admin.organizations.show': ['GET', '/api/admin/organizations/:id'],
  'admin.organizations.billing': ['GET', '/api/admin/organizations/:id/billing'],
  'admin.billing.show': ['GET', '/api/admin/billing'],
  'admin.billing.webhooks.index': ['GET', '/api/admin/billing/webhooks'],
  'admin.ledger.index': ['GET', '/api/admin/ledger'],
  'admin.queues.index': ['GET', '/api/admin/queues'],
  'admin.queues.failures.index': ['GET', '/api/admin/queues/:queue/failures'],
  'admin.users.export': ['GET', '/api/admin/users.csv'],
  'admin.organizations.export': ['GET', '/api/admin/organizations.csv'],
  'admin.ledger.export': ['GET', '/api/admin/ledger.csv'],
  'admin.users.update': ['PATCH', '/api/admin/users/:id'],
  'admin.users.disable': ['POST', '/api/admin/users/:id/suspension'],
  'admin.users.enable': ['DELETE', '/api/admin/users/:id/suspension'],
  'admin.users.sign_out': ['DELETE', '/api/admin/users/:id/sessions'],
  'admin.users.verify': ['POST', '/api/admin/users/:id/verification-mail'],
  'admin.users.reset_two_factor': ['POST', '/api/admin/users/:id/two-factor-reset'],
  'admin.organizations.update': ['PATCH', '/api/admin/organizations/:id'],
  'admin.organizations.disable': ['POST', '/api/admin/organizations/:id/suspension'],
  'admin.organizations.enable': ['DELETE', '/api/admin/organizations/:id/suspension'],
  'admin.billing.webhooks.replay': ['POST', '/api/admin/billing/webhooks/:key/replay'],
  'admin.queues.failures.retry': ['POST', '/api/admin/queues/:queue/failures/:job/retry'],
  'admin.queues.failures.destroy': ['DELETE', '/api/admin/queues/:queue/failures/:job'],
  'admin.users.impersonate': ['POST', '/api/admin/users/:id/impersonation'],
} as const satisfies { [Name in keyof Routes]: readonly [Routes[Name]['method'], Routes[Name]['path']] }

/** What the gateway says to people by the code of an error, where it says the same each time, in each language. */
export const problemsIn: Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>> = {
  "en": {
    "E_ACCOUNT_DISABLED": "This account is disabled. Please contact support.",
    "E_ACCOUNT_EXISTS": "There is an account with this e-mail address already. Sign in to it, then connect the provider under Security.",
    "E_ALREADY_CONNECTED": "Another account at this provider is connected. Disconnect it first.",
    "E_API_KEY_LIMIT": "An organization can have 50 API keys. Revoke one first.",
    "E_BAD_CSRF_TOKEN": "The form has expired. Reload the page and try again.",
    "E_BAD_REQUEST": "The request is malformed.",
    "E_BAD_SIGNATURE": "The signature does not belong to this message.",
    "E_BAD_URL": "The address is malformed.",
    "E_BILLING_UNAVAILABLE": "Billing does not answer at the moment. Please try again in a few seconds.",
    "E_CMS_UNAVAILABLE": "The content system does not answer at the moment. Please try again in a few seconds.",
    "E_CODE_REQUIRED": "This account has a second factor. Send the code of your app, or a recovery code, too.",
    "E_CONFIRMATION_REQUIRED": "Please confirm that it is you, then try again.",
    "E_DATABASE_UNAVAILABLE": "The database does not answer at the moment. Please try again in a few seconds.",
    "E_EMAIL_UNVERIFIED": "Please confirm your e-mail address first. We have sent you a mail with a link.",
    "E_FORBIDDEN": "Your role does not allow this.",
    "E_FOREIGN_ADDRESS": "Your organization’s provider named an address outside the organization’s verified domains. Ask whoever looks after it.",
    "E_FOREIGN_DRAFT": "Somebody else is working on this. Ask them, or an editor.",
    "E_FOREIGN_FILE": "Somebody else has uploaded this. Ask them, or an editor.",
    "E_FORMER_EDITOR": "Whoever set the time may not publish any more.",
    "E_HIGHER_ROLE": "This person’s role may do more than yours, so you cannot change it.",
    "E_IDEMPOTENCY_CONFLICT": "This Idempotency-Key was used for another request. Take a new key for a new request.",
    "E_IDEMPOTENCY_LOST": "The first request with this Idempotency-Key was carried out, but its answer was lost. Look at what is there before you repeat it with a new key.",
    "E_IDEMPOTENCY_RUNNING": "The first request with this Idempotency-Key is still running. Please try again in a moment.",
    "E_IDENTITY_TAKEN": "That account at the provider is connected to another account here.",
    "E_IDENTITY_UNPROVEN": "The provider did not prove who you are. Please start again.",
    "E_IMPERSONATING": "This is for the person themselves. Stop acting as somebody else to do it as who you are.",
    "E_IMPERSONATION_OVER": "The time to act as somebody else is over. Please sign in again.",
    "E_INTERNAL": "Something went wrong on our side. Please quote the request id if you tell us about it.",
    "E_INVALID_API_KEY": "This API key is not valid. It may be mistyped, expired or revoked.",
    "E_INVALID_CREDENTIALS": "The e-mail address or the password is wrong.",
    "E_INVITED_JUST_NOW": "This invitation was sent a moment ago. Give the mail five minutes, then send it again.",
    "E_INVOICE_NOT_PAYABLE": "This invoice is paid or void: there is nothing to pay.",
    "E_JOB_NOT_FAILED": "This job is not failed any more. Somebody has started it again, or it is done.",
    "E_LAST_ADMINISTRATOR": "You are the only administrator of the platform. Make somebody else one before you delete your account.",
    "E_LAST_OWNER": "An organization needs an owner. Make somebody else an owner first, or delete the organization.",
    "E_LAST_WAY_IN": "This is your only way to sign in. Set a password, add a passkey or connect another account first.",
    "E_LINK_ELSEWHERE": "This link works only in the browser in which you asked for it. Open it there, or ask for one here.",
    "E_LINK_EXPIRED": "This link has expired.",
    "E_LINK_UNKNOWN": "This link does not work any more; perhaps a newer one has been sent.",
    "E_LINK_USED": "This link has been used already.",
    "E_MEMBER_LIMIT": "An organization can have 100 members. To make room, somebody who manages members removes one.",
    "E_NOT_IMPERSONATING": "You are not acting as somebody else.",
    "E_NOT_PUBLISHED": "This is not published.",
    "E_NOT_TO_BE_IMPERSONATED": "Nobody acts as somebody who is disabled, or who works on the platform.",
    "E_NO_CHECKOUT": "There is no payment page yet. Choose a plan first; if you have one, pay by the invoice you were sent.",
    "E_NO_DRAFT": "There is no draft. Everything is published already.",
    "E_NO_PORTAL": "There is no portal yet: it begins with the first plan. Choose one first.",
    "E_NO_SECOND_FACTOR": "Set up two-factor for your own account first, or sign in with a passkey. Otherwise you would lock yourself out.",
    "E_NO_SECRET": "That took too long. Please scan the picture again.",
    "E_NO_SIGN_IN_WAITS": "That took too long. Please sign in again from the start.",
    "E_NO_SINGLE_SIGN_ON": "No organization signs in people of this address with its own provider.",
    "E_NO_STUDIO_SEAT": "Every seat of the Studio is taken. Ask one of the people who hold one to give it back.",
    "E_ORGANIZATION_DISABLED": "This organization is disabled. Its data is kept; please contact support, or choose another organization.",
    "E_ORGANIZATION_LIMIT": "One person can belong to 5 organizations. To make room, leave one or delete one that is yours.",
    "E_OUTDATED_DRAFT": "Something else was published since this draft was begun. Publishing the draft takes that back.",
    "E_OWN_ACCOUNT": "You cannot do this to your own account. Ask another administrator.",
    "E_PASSKEY_EXISTS": "This passkey has been added already.",
    "E_PASSKEY_REFUSED": "This passkey could not be added. Please try again, or use another device.",
    "E_PASSKEY_UNPROVEN": "This passkey did not prove who you are. Please try again, or sign in another way.",
    "E_PASSWORD_EXISTS": "Your account has a password already. Change it by the one that you have.",
    "E_PDF_PENDING": "The PDF of this invoice is being made. Please try again in a few seconds.",
    "E_PERSON_REQUIRED": "An API key cannot do this: it takes a person who is signed in.",
    "E_PLAN_RUNNING": "Its plan is still running. Cancel it under Billing first, then delete the organization.",
    "E_PREVIEW_ENDED": "This preview has ended, or its link is not complete. Ask for a new one.",
    "E_PROVIDER_DENIED": "You stopped at the provider, so nothing has changed.",
    "E_PROVIDER_EMAIL_UNVERIFIED": "The provider has not confirmed your e-mail address. Confirm it there, or sign in another way.",
    "E_PROVIDER_NO_EMAIL": "The provider did not tell your e-mail address. Allow it there, or sign in another way.",
    "E_PROVIDER_UNAVAILABLE": "The provider does not answer at the moment. Please try again in a few seconds.",
    "E_REDIS_UNAVAILABLE": "The session store does not answer at the moment. Please try again in a few seconds.",
    "E_REQUEST_ENTITY_TOO_LARGE": "The request is larger than allowed.",
    "E_ROUTE_NOT_FOUND": "There is nothing at this address.",
    "E_ROW_NOT_FOUND": "This does not exist, or it is not yours.",
    "E_SINGLE_SIGN_ON_REQUIRED": "Your organization has you sign in with its own provider. Choose “Sign in with your organization”.",
    "E_STALE_DRAFT": "Somebody else has saved this in the meantime. Load it again; what you wrote stays here until you do.",
    "E_STORAGE_UNAVAILABLE": "Files cannot be stored or read at the moment. Please try again in a few seconds.",
    "E_SUSPENDED": "Your organization can only be read, because an invoice is unpaid. Once it is paid under Billing, everything works again.",
    "E_TEAM_LIMIT": "An organization can have 20 teams. Delete one first.",
    "E_TOO_MANY_DOMAINS": "An organization can have 20 domains. Remove one first.",
    "E_TOO_MANY_REQUESTS": "Too many requests. Please wait a moment and try again.",
    "E_TOO_MANY_STREAMS": "Too many pages listen for changes. Ask for the page itself from time to time.",
    "E_TWO_FACTOR_OFF": "Two-factor is not on.",
    "E_TWO_FACTOR_ON": "Two-factor is on already. Switch it off first to use another app.",
    "E_TWO_FACTOR_REQUIRED": "This organization is for members with a second factor. Set up two-factor or a passkey under Security; whoever has a passkey signs in with it.",
    "E_UNAUTHORIZED_ACCESS": "Please sign in first.",
    "E_UNKNOWN_PROVIDER": "This way to sign in is switched off.",
    "E_UNSUPPORTED_MEDIA_TYPE": "Files are sent as a form: multipart/form-data.",
    "E_VALIDATION_ERROR": "Some fields are missing or not valid."
  },
  "de": {
    "E_ACCOUNT_DISABLED": "Dieses Konto ist gesperrt. Bitte wenden Sie sich an den Support.",
    "E_ACCOUNT_EXISTS": "Mit dieser E-Mail-Adresse gibt es bereits ein Konto. Melden Sie sich dort an, und verbinden Sie den Anbieter dann unter „Sicherheit“.",
    "E_ALREADY_CONNECTED": "Ein anderes Konto bei diesem Anbieter ist bereits verbunden. Trennen Sie es zuerst.",
    "E_API_KEY_LIMIT": "Eine Organisation kann 50 API-Schlüssel haben. Widerrufen Sie zuerst einen.",
    "E_BAD_CSRF_TOKEN": "Das Formular ist abgelaufen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.",
    "E_BAD_REQUEST": "Die Anfrage ist fehlerhaft.",
    "E_BAD_SIGNATURE": "Die Signatur gehört nicht zu dieser Nachricht.",
    "E_BAD_URL": "Die Adresse ist fehlerhaft.",
    "E_BILLING_UNAVAILABLE": "Die Abrechnung antwortet gerade nicht. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "E_CMS_UNAVAILABLE": "Die Inhaltsverwaltung antwortet gerade nicht. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "E_CODE_REQUIRED": "Dieses Konto hat einen zweiten Faktor. Senden Sie auch den Code Ihrer App oder einen Wiederherstellungscode.",
    "E_CONFIRMATION_REQUIRED": "Bitte bestätigen Sie, dass Sie es sind, und versuchen Sie es dann noch einmal.",
    "E_DATABASE_UNAVAILABLE": "Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "E_EMAIL_UNVERIFIED": "Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse. Wir haben Ihnen eine E-Mail mit einem Link geschickt.",
    "E_FORBIDDEN": "Ihre Rolle erlaubt das nicht.",
    "E_FOREIGN_ADDRESS": "Der Anbieter Ihrer Organisation hat eine Adresse genannt, die nicht zu den bestätigten Domains der Organisation gehört. Fragen Sie die zuständige Person.",
    "E_FOREIGN_DRAFT": "Jemand anderes arbeitet gerade daran. Fragen Sie diese Person oder die Redaktion.",
    "E_FOREIGN_FILE": "Diese Datei hat jemand anderes hochgeladen. Fragen Sie diese Person oder die Redaktion.",
    "E_FORMER_EDITOR": "Wer den Zeitpunkt festgelegt hat, darf nicht mehr veröffentlichen.",
    "E_HIGHER_ROLE": "Die Rolle dieser Person darf mehr als Ihre. Sie können sie deshalb nicht ändern.",
    "E_IDEMPOTENCY_CONFLICT": "Dieser Idempotency-Key wurde für eine andere Anfrage verwendet. Nehmen Sie für eine neue Anfrage einen neuen Schlüssel.",
    "E_IDEMPOTENCY_LOST": "Die erste Anfrage mit diesem Idempotency-Key wurde ausgeführt, aber ihre Antwort ging verloren. Sehen Sie nach, was vorhanden ist, bevor Sie sie mit einem neuen Schlüssel wiederholen.",
    "E_IDEMPOTENCY_RUNNING": "Die erste Anfrage mit diesem Idempotency-Key läuft noch. Bitte versuchen Sie es gleich noch einmal.",
    "E_IDENTITY_TAKEN": "Dieses Konto beim Anbieter ist hier mit einem anderen Konto verbunden.",
    "E_IDENTITY_UNPROVEN": "Der Anbieter konnte nicht nachweisen, wer Sie sind. Bitte beginnen Sie von vorn.",
    "E_IMPERSONATING": "Das ist der Person selbst vorbehalten. Beenden Sie die Vertretung, um es im eigenen Namen zu tun.",
    "E_IMPERSONATION_OVER": "Die Zeit, in der Sie jemanden vertreten konnten, ist abgelaufen. Bitte melden Sie sich neu an.",
    "E_INTERNAL": "Bei uns ist etwas schiefgegangen. Bitte nennen Sie die Nummer der Anfrage (Request-ID), wenn Sie uns davon berichten.",
    "E_INVALID_API_KEY": "Dieser API-Schlüssel ist ungültig. Vielleicht ist er falsch geschrieben, abgelaufen oder widerrufen.",
    "E_INVALID_CREDENTIALS": "Die E-Mail-Adresse oder das Passwort ist falsch.",
    "E_INVITED_JUST_NOW": "Diese Einladung wurde gerade erst verschickt. Warten Sie fünf Minuten auf die E-Mail, und senden Sie sie dann erneut.",
    "E_INVOICE_NOT_PAYABLE": "Diese Rechnung ist bezahlt oder storniert: Es ist nichts zu zahlen.",
    "E_JOB_NOT_FAILED": "Dieser Auftrag ist nicht mehr fehlgeschlagen. Jemand hat ihn erneut gestartet, oder er ist erledigt.",
    "E_LAST_ADMINISTRATOR": "Sie sind der einzige Administrator der Plattform. Ernennen Sie jemand anderen, bevor Sie Ihr Konto löschen.",
    "E_LAST_OWNER": "Eine Organisation braucht einen Inhaber. Machen Sie zuerst jemand anderen zum Inhaber, oder löschen Sie die Organisation.",
    "E_LAST_WAY_IN": "Dies ist Ihre einzige Möglichkeit, sich anzumelden. Legen Sie zuerst ein Passwort fest, fügen Sie einen Passkey hinzu, oder verbinden Sie ein weiteres Konto.",
    "E_LINK_ELSEWHERE": "Dieser Link funktioniert nur in dem Browser, in dem Sie ihn angefordert haben. Öffnen Sie ihn dort, oder fordern Sie hier einen neuen an.",
    "E_LINK_EXPIRED": "Dieser Link ist abgelaufen.",
    "E_LINK_UNKNOWN": "Dieser Link funktioniert nicht mehr; vielleicht wurde ein neuerer verschickt.",
    "E_LINK_USED": "Dieser Link wurde bereits verwendet.",
    "E_MEMBER_LIMIT": "Eine Organisation kann 100 Mitglieder haben. Damit Platz wird, muss jemand, der Mitglieder verwaltet, eines entfernen.",
    "E_NOT_IMPERSONATING": "Sie vertreten gerade niemanden.",
    "E_NOT_PUBLISHED": "Das ist nicht veröffentlicht.",
    "E_NOT_TO_BE_IMPERSONATED": "Wer gesperrt ist oder auf der Plattform arbeitet, kann nicht vertreten werden.",
    "E_NO_CHECKOUT": "Es gibt noch keine Zahlungsseite. Wählen Sie zuerst einen Tarif; wenn Sie einen haben, bezahlen Sie über die Rechnung, die Sie erhalten haben.",
    "E_NO_DRAFT": "Es gibt keinen Entwurf. Alles ist bereits veröffentlicht.",
    "E_NO_PORTAL": "Es gibt noch kein Portal: Es beginnt mit dem ersten Tarif. Wählen Sie zuerst einen.",
    "E_NO_SECOND_FACTOR": "Richten Sie zuerst für Ihr eigenes Konto die Zwei-Faktor-Anmeldung ein, oder melden Sie sich mit einem Passkey an. Sonst würden Sie sich selbst aussperren.",
    "E_NO_SECRET": "Das hat zu lange gedauert. Bitte scannen Sie das Bild noch einmal.",
    "E_NO_SIGN_IN_WAITS": "Das hat zu lange gedauert. Bitte melden Sie sich noch einmal von vorn an.",
    "E_NO_SINGLE_SIGN_ON": "Keine Organisation meldet Personen mit dieser Adresse über einen eigenen Anbieter an.",
    "E_NO_STUDIO_SEAT": "Alle Plätze im Studio sind belegt. Bitten Sie jemanden, der einen hat, ihn freizugeben.",
    "E_ORGANIZATION_DISABLED": "Diese Organisation ist gesperrt. Ihre Daten bleiben erhalten; bitte wenden Sie sich an den Support, oder wählen Sie eine andere Organisation.",
    "E_ORGANIZATION_LIMIT": "Eine Person kann zu 5 Organisationen gehören. Verlassen Sie zuerst eine, oder löschen Sie eine eigene.",
    "E_OUTDATED_DRAFT": "Seit dieser Entwurf begonnen wurde, ist etwas anderes veröffentlicht worden. Wenn Sie den Entwurf veröffentlichen, wird das zurückgenommen.",
    "E_OWN_ACCOUNT": "Mit Ihrem eigenen Konto geht das nicht. Bitten Sie einen anderen Administrator.",
    "E_PASSKEY_EXISTS": "Dieser Passkey wurde bereits hinzugefügt.",
    "E_PASSKEY_REFUSED": "Dieser Passkey konnte nicht hinzugefügt werden. Bitte versuchen Sie es noch einmal, oder nehmen Sie ein anderes Gerät.",
    "E_PASSKEY_UNPROVEN": "Dieser Passkey konnte nicht nachweisen, wer Sie sind. Bitte versuchen Sie es noch einmal, oder melden Sie sich anders an.",
    "E_PASSWORD_EXISTS": "Ihr Konto hat bereits ein Passwort. Ändern Sie es mit dem bisherigen.",
    "E_PDF_PENDING": "Die PDF-Datei dieser Rechnung wird gerade erstellt. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "E_PERSON_REQUIRED": "Mit einem API-Schlüssel geht das nicht: Dazu muss eine Person angemeldet sein.",
    "E_PLAN_RUNNING": "Der Tarif läuft noch. Kündigen Sie ihn zuerst unter „Abrechnung“, und löschen Sie dann die Organisation.",
    "E_PREVIEW_ENDED": "Diese Vorschau ist abgelaufen, oder der Link ist unvollständig. Bitten Sie um einen neuen.",
    "E_PROVIDER_DENIED": "Sie haben beim Anbieter abgebrochen. Es hat sich nichts geändert.",
    "E_PROVIDER_EMAIL_UNVERIFIED": "Der Anbieter hat Ihre E-Mail-Adresse nicht bestätigt. Bestätigen Sie sie dort, oder melden Sie sich anders an.",
    "E_PROVIDER_NO_EMAIL": "Der Anbieter hat Ihre E-Mail-Adresse nicht übermittelt. Erlauben Sie es dort, oder melden Sie sich anders an.",
    "E_PROVIDER_UNAVAILABLE": "Der Anbieter antwortet gerade nicht. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "E_REDIS_UNAVAILABLE": "Der Sitzungsspeicher antwortet gerade nicht. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "E_REQUEST_ENTITY_TOO_LARGE": "Die Anfrage ist größer als erlaubt.",
    "E_ROUTE_NOT_FOUND": "Unter dieser Adresse gibt es nichts.",
    "E_ROW_NOT_FOUND": "Das gibt es nicht, oder es gehört Ihnen nicht.",
    "E_SINGLE_SIGN_ON_REQUIRED": "Ihre Organisation meldet Sie über ihren eigenen Anbieter an. Wählen Sie „Mit Ihrer Organisation anmelden“.",
    "E_STALE_DRAFT": "Jemand anderes hat inzwischen gespeichert. Laden Sie die Seite neu; was Sie geschrieben haben, bleibt bis dahin hier stehen.",
    "E_STORAGE_UNAVAILABLE": "Dateien können gerade weder gespeichert noch gelesen werden. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "E_SUSPENDED": "Ihre Organisation kann nur gelesen werden, weil eine Rechnung offen ist. Sobald sie unter „Abrechnung“ bezahlt ist, funktioniert alles wieder.",
    "E_TEAM_LIMIT": "Eine Organisation kann 20 Teams haben. Löschen Sie zuerst eines.",
    "E_TOO_MANY_DOMAINS": "Eine Organisation kann 20 Domains haben. Entfernen Sie zuerst eine.",
    "E_TOO_MANY_REQUESTS": "Zu viele Anfragen. Bitte warten Sie einen Moment, und versuchen Sie es dann noch einmal.",
    "E_TOO_MANY_STREAMS": "Zu viele Seiten warten auf Änderungen. Rufen Sie die Seite selbst von Zeit zu Zeit ab.",
    "E_TWO_FACTOR_OFF": "Die Zwei-Faktor-Anmeldung ist nicht eingeschaltet.",
    "E_TWO_FACTOR_ON": "Die Zwei-Faktor-Anmeldung ist bereits eingeschaltet. Schalten Sie sie zuerst aus, um eine andere App zu verwenden.",
    "E_TWO_FACTOR_REQUIRED": "Diese Organisation verlangt von ihren Mitgliedern einen zweiten Faktor. Richten Sie unter „Sicherheit“ die Zwei-Faktor-Anmeldung oder einen Passkey ein; wer einen Passkey hat, meldet sich damit an.",
    "E_UNAUTHORIZED_ACCESS": "Bitte melden Sie sich zuerst an.",
    "E_UNKNOWN_PROVIDER": "Diese Art der Anmeldung ist ausgeschaltet.",
    "E_UNSUPPORTED_MEDIA_TYPE": "Dateien werden als Formular gesendet: multipart/form-data.",
    "E_VALIDATION_ERROR": "Einige Felder fehlen oder sind ungültig."
  }
}

export * from './client.ts'
