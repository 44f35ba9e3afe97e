declare module '#ledger/record' {
  interface Actions {
    'user.updated': { fullName?: string; role?: string; verified?: boolean; reason?: string }
    'user.disabled': { reason: string }
    'user.enabled': object
    'users.exported': object
  }
}
