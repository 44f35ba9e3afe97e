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
      status: 'up' | 'down'
      checks: {
        postgres: { status: 'up' | 'down'; latencyMs: number }
        redis: { status: 'up' | 'down'; latencyMs: number }
        cms: { status: 'up' | 'down'; latencyMs: number }
        billing: { status: 'up' | 'down'; latencyMs: number }
        queue: { status: 'up' | 'down'; latencyMs: number }
      }
    }
  }
  'auth.jwks': {
    method: 'GET'
    path: '/api/auth/jwks.json'
    params: None
    query: None
    body: None
    data: { keys: { kid: string; alg: string; use: string; kty: string; crv: string; x: string }[] }
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
    body: { password: string; email: string; fullName: string }
    data: {
      user: {
        role: 'user' | 'editor' | 'platform_admin'
        email: string
        fullName: string
        emailVerifiedAt: null | string
        id: string
      }
    }
  }
  'auth.login': {
    method: 'POST'
    path: '/api/auth/login'
    params: None
    query: None
    body: { password: string; email: string; remember?: boolean | null | string | number }
    data: {
      user: {
        role: 'user' | 'editor' | 'platform_admin'
        email: string
        fullName: string
        emailVerifiedAt: null | string
        id: string
      }
    }
  }
  'auth.token': {
    method: 'POST'
    path: '/api/auth/token'
    params: None
    query: None
    body: { password?: null | string; email?: null | string }
    data: { type: 'Bearer'; token: string; expiresAt: string }
  }
  'auth.me': {
    method: 'GET'
    path: '/api/auth/me'
    params: None
    query: None
    body: None
    data: {
      role: 'user' | 'editor' | 'platform_admin'
      email: string
      fullName: string
      emailVerifiedAt: null | string
      id: string
      organization: null | { name: string; role: 'owner' | 'admin' | 'member' | 'viewer'; id: string; slug: string }
    }
  }
  'user.show': {
    method: 'GET'
    path: '/api/user/me'
    params: None
    query: None
    body: None
    data: {
      role: 'user' | 'editor' | 'platform_admin'
      email: string
      fullName: string
      emailVerifiedAt: null | string
      id: string
    }
  }
  'organizations.index': {
    method: 'GET'
    path: '/api/organizations'
    params: None
    query: None
    body: None
    data: { name: string; role: 'owner' | 'admin' | 'member' | 'viewer'; id: string; slug: string }[]
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
    body: { password: string; currentPassword: string }
    data: {
      role: 'user' | 'editor' | 'platform_admin'
      email: string
      fullName: string
      emailVerifiedAt: null | string
      id: string
    }
  }
  'user.update': {
    method: 'PATCH'
    path: '/api/user/me'
    params: None
    query: None
    body: { fullName: string }
    data: {
      role: 'user' | 'editor' | 'platform_admin'
      email: string
      fullName: string
      emailVerifiedAt: null | string
      id: string
    }
  }
  'organizations.activate': {
    method: 'PUT'
    path: '/api/organizations/active'
    params: None
    query: None
    body: { organizationId: string }
    data: { name: string; role: 'owner' | 'admin' | 'member' | 'viewer'; id: string; slug: string }
  }
  'cms.site': {
    method: 'GET'
    path: '/api/cms/site'
    params: None
    query: None
    body: None
    data: {
      name: string
      navigation: {
        header: {
          description: null | string
          label: string
          href: string
          children: { description: null | string; label: string; href: string }[]
        }[]
        footer: { label: string; items: { description: null | string; label: string; href: string }[] }[]
      }
      categories: { name: string; id: string; slug: string; description: null | string }[]
      image: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
      description: string
      tagline: string
      social: { label: string; icon: null | string; href: string }[]
      footerText: null | string
      contactEmail: null | string
    }
  }
  'cms.sitemap': {
    method: 'GET'
    path: '/api/cms/sitemap'
    params: None
    query: None
    body: None
    data: { path: string; updatedAt: string }[]
  }
  'cms.home': {
    method: 'GET'
    path: '/api/cms/pages'
    params: None
    query: None
    body: None
    data: {
      path: string
      id: string
      updatedAt: string
      title: string
      seo: { image: null | string; title: null | string; description: null | string; noIndex: boolean }
      blocks: ({
        type: 'hero'
        id: string
        image: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
        title: string
        eyebrow: null | string
        text: null | string
        actions: { label: string; href: string; variant: 'primary' | 'secondary' }[]
      } | { body: string; type: 'rich_text'; id: string; title: null | string } | {
        type: 'features'
        id: string
        title: null | string
        items: { title: string; icon: null | string; href: null | string; text: string }[]
        text: null | string
      } | {
        type: 'gallery'
        id: string
        title: null | string
        text: null | string
        images: {
          id: string
          width: null | number
          height: null | number
          url: string
          alt: string
          caption: null | string
        }[]
      } | {
        type: 'posts'
        id: string
        posts: {
          id: string
          updatedAt: null | string
          slug: string
          tags: string[]
          image: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
          author: null | {
            name: string
            slug: string
            title: null | string
            avatar: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
          }
          category: null | { name: string; slug: string }
          title: string
          excerpt: string
          publishedAt: string
        }[]
        title: null | string
        text: null | string
      } | {
        type: 'pricing'
        id: string
        title: null | string
        text: null | string
        footnote: null | string
      } | {
        type: 'form'
        id: string
        title: null | string
        text: null | string
        form: {
          name: string
          id: string
          fields: {
            name: string
            type: 'select' | 'email' | 'text' | 'textarea' | 'checkbox'
            options: string[]
            label: string
            required: boolean
            help: null | string
            autocomplete: null | string
          }[]
          submitLabel: string
          successMessage: string
        }
      } | {
        type: 'cta'
        id: string
        title: string
        text: null | string
        actions: { label: string; href: string; variant: 'primary' | 'secondary' }[]
        tone: 'plain' | 'strong'
      })[]
      redirect: null
    } | { path: string; redirect: { status: 301 | 302; to: string } }
  }
  'cms.page': {
    method: 'GET'
    path: '/api/cms/pages/*'
    params: { path: string }
    query: None
    body: None
    data: {
      path: string
      id: string
      updatedAt: string
      title: string
      seo: { image: null | string; title: null | string; description: null | string; noIndex: boolean }
      blocks: ({
        type: 'hero'
        id: string
        image: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
        title: string
        eyebrow: null | string
        text: null | string
        actions: { label: string; href: string; variant: 'primary' | 'secondary' }[]
      } | { body: string; type: 'rich_text'; id: string; title: null | string } | {
        type: 'features'
        id: string
        title: null | string
        items: { title: string; icon: null | string; href: null | string; text: string }[]
        text: null | string
      } | {
        type: 'gallery'
        id: string
        title: null | string
        text: null | string
        images: {
          id: string
          width: null | number
          height: null | number
          url: string
          alt: string
          caption: null | string
        }[]
      } | {
        type: 'posts'
        id: string
        posts: {
          id: string
          updatedAt: null | string
          slug: string
          tags: string[]
          image: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
          author: null | {
            name: string
            slug: string
            title: null | string
            avatar: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
          }
          category: null | { name: string; slug: string }
          title: string
          excerpt: string
          publishedAt: string
        }[]
        title: null | string
        text: null | string
      } | {
        type: 'pricing'
        id: string
        title: null | string
        text: null | string
        footnote: null | string
      } | {
        type: 'form'
        id: string
        title: null | string
        text: null | string
        form: {
          name: string
          id: string
          fields: {
            name: string
            type: 'select' | 'email' | 'text' | 'textarea' | 'checkbox'
            options: string[]
            label: string
            required: boolean
            help: null | string
            autocomplete: null | string
          }[]
          submitLabel: string
          successMessage: string
        }
      } | {
        type: 'cta'
        id: string
        title: string
        text: null | string
        actions: { label: string; href: string; variant: 'primary' | 'secondary' }[]
        tone: 'plain' | 'strong'
      })[]
      redirect: null
    } | { path: string; redirect: { status: 301 | 302; to: string } }
  }
  'cms.posts.index': {
    method: 'GET'
    path: '/api/cms/posts'
    params: None
    query: {
      category?: null | string
      page?: null | string | number
      perPage?: null | string | number
      tag?: null | string
    }
    body: None
    data: {
      id: string
      updatedAt: null | string
      slug: string
      tags: string[]
      image: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
      author: null | {
        name: string
        slug: string
        title: null | string
        avatar: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
      }
      category: null | { name: string; slug: string }
      title: string
      excerpt: string
      publishedAt: string
    }[]
  }
  'cms.posts.show': {
    method: 'GET'
    path: '/api/cms/posts/:slug'
    params: { slug: string }
    query: None
    body: None
    data: {
      body: string
      id: string
      updatedAt: null | string
      slug: string
      tags: string[]
      image: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
      author: null | {
        name: string
        slug: string
        title: null | string
        avatar: null | { id: string; width: null | number; height: null | number; url: string; alt: string }
      }
      category: null | { name: string; slug: string }
      title: string
      excerpt: string
      seo: { image: null | string; title: null | string; description: null | string; noIndex: boolean }
      publishedAt: string
      readingMinutes: number
    }
  }
  'cms.assets.show': {
    method: 'GET'
    path: '/api/cms/assets/:id'
    params: { id: string }
    query: { id: string; key: 'social' | 'avatar' | 'hero' | 'thumb' | 'card' | 'wide'; v?: null | string }
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
      name: string
      description: string
      features: string[]
      amountCents: number
      charges: {
        name: string
        metric: string
        tiers: { upTo: null | number; unitAmount: string; flatAmount: string }[]
      }[]
      code: string
      currency: string
      interval: 'monthly' | 'yearly'
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
      status: 'active' | 'incomplete' | 'past_due' | 'canceled'
      id: string
      cancelAt: null | string
      canceledAt: null | string
      currentPeriodEnd: null | string
      nextPlanCode: null | string
      planCode: string
      startedAt: null | string
      trialEndsAt: null | string
      planName: string
    }[]
  }
  'billing.invoices.index': {
    method: 'GET'
    path: '/api/billing/invoices'
    params: None
    query: { page?: null | string | number; perPage?: null | string | number }
    body: None
    data: {
      number: string
      status: string
      id: string
      currency: string
      dueOn: null | string
      issuedOn: string
      overdue: boolean
      paymentError: null | string
      paymentStatus: 'failed' | 'pending' | 'succeeded'
      totalCents: number
      pdfUrl: null | string
    }[]
  }
  'billing.invoices.show': {
    method: 'GET'
    path: '/api/billing/invoices/:id'
    params: { id: string }
    query: { id: string }
    body: None
    data: {
      number: string
      status: string
      id: string
      currency: string
      dueOn: null | string
      issuedOn: string
      overdue: boolean
      paymentError: null | string
      paymentStatus: 'failed' | 'pending' | 'succeeded'
      totalCents: number
      pdfUrl: null | string
    }
  }
  'billing.invoices.pdf': {
    method: 'GET'
    path: '/api/billing/invoices/:id/pdf'
    params: { id: string }
    query: { id: string }
    body: None
    data: null
  }
  'billing.subscriptions.store': {
    method: 'POST'
    path: '/api/billing/subscriptions'
    params: None
    query: None
    body: { planCode: string }
    data: {
      status: 'active' | 'incomplete' | 'past_due' | 'canceled'
      id: string
      cancelAt: null | string
      canceledAt: null | string
      currentPeriodEnd: null | string
      nextPlanCode: null | string
      planCode: string
      startedAt: null | string
      trialEndsAt: null | string
      planName: string
      checkoutUrl: null | string
    }
  }
  'billing.subscriptions.update': {
    method: 'PATCH'
    path: '/api/billing/subscriptions/:id'
    params: { id: string }
    query: None
    body: { cancelAt: null }
    data: {
      status: 'active' | 'incomplete' | 'past_due' | 'canceled'
      id: string
      cancelAt: null | string
      canceledAt: null | string
      currentPeriodEnd: null | string
      nextPlanCode: null | string
      planCode: string
      startedAt: null | string
      trialEndsAt: null | string
      planName: string
    }
  }
  'billing.subscriptions.destroy': {
    method: 'DELETE'
    path: '/api/billing/subscriptions/:id'
    params: { id: string }
    query: None
    body: { at: 'now' | 'period_end' }
    data: {
      status: 'active' | 'incomplete' | 'past_due' | 'canceled'
      id: string
      cancelAt: null | string
      canceledAt: null | string
      currentPeriodEnd: null | string
      nextPlanCode: null | string
      planCode: string
      startedAt: null | string
      trialEndsAt: null | string
      planName: string
    }
  }
  'billing.invoices.pay': {
    method: 'POST'
    path: '/api/billing/invoices/:id/payment'
    params: { id: string }
    query: None
    body: { id: string }
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
  'cms.form_submissions.store': {
    method: 'POST'
    path: '/api/cms/forms/:id/submissions'
    params: { id: string }
    query: None
    body: None
    data: { form: string }
  }
  'cms.entries.index': {
    method: 'GET'
    path: '/api/cms/collections/posts'
    params: None
    query: { search?: null | string; page?: null | string | number; perPage?: null | string | number }
    body: None
    data: {
      body: string
      id: string
      updatedAt: string
      slug: string
      tags: string[]
      image: null | string
      author: null | string
      category: null | string
      title: string
      excerpt: string
      publishedAt: string
    }[]
  }
  'cms.entries.show': {
    method: 'GET'
    path: '/api/cms/collections/posts/:id'
    params: { id: string }
    query: { id: string }
    body: None
    data: {
      body: string
      id: string
      updatedAt: string
      slug: string
      tags: string[]
      image: null | string
      author: null | string
      category: null | string
      title: string
      excerpt: string
      publishedAt: string
    }
  }
  'cms.posts.store': {
    method: 'POST'
    path: '/api/cms/posts'
    params: None
    query: None
    body: {
      body?: null | string
      slug: string
      tags?: null | string[]
      image?: null | string
      author?: null | string
      category?: null | string
      title: string
      excerpt?: null | string
      publishedAt?: null | string | number
    }
    data: {
      body: string
      id: string
      updatedAt: string
      slug: string
      tags: string[]
      image: null | string
      author: null | string
      category: null | string
      title: string
      excerpt: string
      publishedAt: string
    }
  }
  'cms.posts.update': {
    method: 'PATCH'
    path: '/api/cms/posts/:id'
    params: { id: string }
    query: None
    body: None
    data: {
      body: string
      id: string
      updatedAt: string
      slug: string
      tags: string[]
      image: null | string
      author: null | string
      category: null | string
      title: string
      excerpt: string
      publishedAt: string
    }
  }
  'cms.posts.destroy': {
    method: 'DELETE'
    path: '/api/cms/posts/:id'
    params: { id: string }
    query: None
    body: { id: string }
    data: null
  }
}

export const routes = {
  'health.live': ['GET', '/api/health/live'],
  'health.show': ['GET', '/api/health'],
  'auth.jwks': ['GET', '/api/auth/jwks.json'],
  'auth.csrf': ['GET', '/api/auth/csrf'],
  'auth.register': ['POST', '/api/auth/register'],
  'auth.login': ['POST', '/api/auth/login'],
  'auth.token': ['POST', '/api/auth/token'],
  'auth.me': ['GET', '/api/auth/me'],
  'user.show': ['GET', '/api/user/me'],
  'organizations.index': ['GET', '/api/organizations'],
  'auth.logout': ['POST', '/api/auth/logout'],
  'auth.change_password': ['POST', '/api/auth/change-password'],
  'user.update': ['PATCH', '/api/user/me'],
  'organizations.activate': ['PUT', '/api/organizations/active'],
  'cms.site': ['GET', '/api/cms/site'],
  'cms.sitemap': ['GET', '/api/cms/sitemap'],
  'cms.home': ['GET', '/api/cms/pages'],
  'cms.page': ['GET', '/api/cms/pages/*'],
  'cms.posts.index': ['GET', '/api/cms/posts'],
  'cms.posts.show': ['GET', '/api/cms/posts/:slug'],
  'cms.assets.show': ['GET', '/api/cms/assets/:id'],
  'billing.plans.index': ['GET', '/api/billing/plans'],
  'billing.webhooks.store': ['POST', '/api/billing/webhooks'],
  'billing.subscriptions.index': ['GET', '/api/billing/subscriptions'],
  'billing.invoices.index': ['GET', '/api/billing/invoices'],
  'billing.invoices.show': ['GET', '/api/billing/invoices/:id'],
  'billing.invoices.pdf': ['GET', '/api/billing/invoices/:id/pdf'],
  'billing.subscriptions.store': ['POST', '/api/billing/subscriptions'],
  'billing.subscriptions.update': ['PATCH', '/api/billing/subscriptions/:id'],
  'billing.subscriptions.destroy': ['DELETE', '/api/billing/subscriptions/:id'],
  'billing.invoices.pay': ['POST', '/api/billing/invoices/:id/payment'],
  'billing.checkout.store': ['POST', '/api/billing/checkout'],
  'cms.form_submissions.store': ['POST', '/api/cms/forms/:id/submissions'],
  'cms.entries.index': ['GET', '/api/cms/collections/posts'],
  'cms.entries.show': ['GET', '/api/cms/collections/posts/:id'],
  'cms.posts.store': ['POST', '/api/cms/posts'],
  'cms.posts.update': ['PATCH', '/api/cms/posts/:id'],
  'cms.posts.destroy': ['DELETE', '/api/cms/posts/:id'],
} as const satisfies { [Name in keyof Routes]: readonly [Routes[Name]['method'], Routes[Name]['path']] }

export * from './client.ts'
