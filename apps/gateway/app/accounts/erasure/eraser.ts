import type User from '#accounts/models/user'

/**
 * Takes one thing of a person's away for good. It may be called again after a crash, at any point: what is gone already
 * counts as done. What it meets that is away throws, and the job is tried again.
 */
export type Eraser = (user: User) => Promise<void>

/** Throws, with a 409 that says what to do first, where an account cannot be deleted yet. */
export type Obstacle = (user: User) => Promise<void>
