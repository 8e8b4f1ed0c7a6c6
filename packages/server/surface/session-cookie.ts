import type { FastifyReply, FastifyRequest } from 'fastify';

export const cookieName = 'huying_session';

/** Behind TLS (told by a proxy we trust) the cookie never travels without it. */
const settings = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;

/** Gives the browser its token, for as long as it stays open; the server ends it earlier. */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, settings(request));
}

export function takeToken(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName, settings(request));
}

export function tokenOf(request: FastifyRequest): string {
  return request.cookies[cookieName] ?? '';
}
