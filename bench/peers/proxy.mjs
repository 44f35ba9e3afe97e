// A plain fastify proxy in front of Directus, adding the reader's token: the least a gateway can do.
import proxy from '@fastify/http-proxy'
import fastify from 'fastify'

const app = fastify()
app.register(proxy, {
  upstream: process.env.UPSTREAM,
  replyOptions: {
    rewriteRequestHeaders: (_request, headers) => ({
      ...headers,
      authorization: `Bearer ${process.env.READER_TOKEN}`,
    }),
  },
})
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(app.server.address().port)
