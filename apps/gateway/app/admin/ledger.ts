declare module '#ledger/record' {
  interface Actions {
    'user.updated': { fullName?: string; role?: string; verified?: boolean; reason?: string }
    'user.disabled': { reason: string }
    'user.enabled': object
    'user.two_factor_reset': { passkeys: number; reason: string }
    'users.exported': object
    'ledger.exported': object
    'organization.disabled': { reason: string }
    'organization.enabled': object
    'organizations.exported': object
    'job.retried': { queue: string; reason: string | null }
    'job.removed': { queue: string; reason: string | null }
  }
}
