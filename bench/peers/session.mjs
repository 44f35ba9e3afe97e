// What a careful fastify application does for a signed-in request: one session from Redis, a small JSON answer.
import cookie from '@fastify/cookie'
import session from '@fastify/session'
import fastify from 'fastify'
import { Redis } from 'ioredis'

const redis = new Redis({
  host: '127.0.0.1',
  port: Number(process.env.REDIS_PORT),
  password: process.env.REDIS_PASSWORD,
})
const store = {
  get: (id, done) => redis.get(`peer:${id}`).then((text) => done(null, text && JSON.parse(text)), done),
  set: (id, value, done) =>
    redis.set(`peer:${id}`, JSON.stringify(value), 'EX', 3600).then(() => done(), done),
  destroy: (id, done) => redis.del(`peer:${id}`).then(() => done(), done),
}

const app = fastify()
app.register(cookie)
app.register(session, {
  secret: 'a secret of the benchmark that is long enough',
  store,
  saveUninitialized: false,
  rolling: false,
  cookie: { secure: false },
})
app.get('/login', (request) => {
  request.session.userId = 'somebody'
  return { success: true }
})
app.get('/me', (request, reply) => {
  if (!request.session.userId) return reply.code(401).send({ success: false })
  return { success: true, data: { id: request.session.userId } }
})
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(app.server.address().port)
