import { HuyingError, type Locale, type Words } from '@huying/kit/error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Session } from '../identity/index.ts';
import type { Capacity } from '../ledger/index.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who gets through: anyone; anyone signed in, even before the first change of password; someone acting in a district. */
export type Access = 'open' | 'session' | 'district';

/** A door that is answered only so often: `signIn`, `open` (what costs or writes) and `read` (public pages) each have their own allowance. */
export type Allowance = 'signIn' | 'open' | 'read';

/** Everything the outside sees of a route: OpenAPI and the readable page are made from it, and what comes in is checked by it. */
export interface RouteFace {
  readonly method: Method;
  /** Fastify's form: `/api/cases/:id`. */
  readonly path: string;
  readonly access: Access;
  /** A name for generated clients: `case.read`. */
  readonly name: string;
  readonly group: Group;
  readonly summary: Words;
  readonly params?: TSchema;
  readonly query?: TSchema;
  /** JSON body; `multipart` for files; absent for none. */
  readonly body?: TSchema | 'multipart';
  /** JSON answer, or the media type of another; absent for 204. */
  readonly answer?: TSchema | `${string}/${string}`;
  readonly takesKey?: boolean;
  readonly takesVersion?: boolean;
}

export type Group =
  | 'session'
  | 'case'
  | 'file'
  | 'notice'
  | 'org'
  | 'parameter'
  | 'registry'
  | 'measure'
  | 'board'
  | 'promise'
  | 'report'
  | 'livelihood'
  | 'project'
  | 'exchange'
  | 'public'
  | 'operation';

export interface Route extends RouteFace {
  readonly allowance?: Allowance;
  /** Long answers (streams) are not cut off. */
  readonly endless?: boolean;
  run(door: Door<unknown, unknown, unknown>): Promise<unknown>;
}

/** What a route is handed: checked input, and who asks. */
export interface Door<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly locale: Locale;
  readonly address: string;
  readonly session: Session | undefined;
  /** In whose name operations run; set where access is `district`. */
  readonly capacity: Capacity | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Open<P, Q, B> = Omit<Door<P, Q, B>, 'session' | 'capacity'>;
type SignedIn<P, Q, B> = Open<P, Q, B> & { readonly session: Session };
type Acting<P, Q, B> = SignedIn<P, Q, B> & { readonly capacity: Capacity };

interface Shape<P extends TSchema, Q extends TSchema, B extends TSchema>
  extends Omit<Route, 'access' | 'run' | 'params' | 'query' | 'body'> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B | 'multipart';
}

/** Declares a route for anyone. */
export function openRoute<P extends TSchema, Q extends TSchema, B extends TSchema>(
  shape: Shape<P, Q, B>,
  answer: (door: Open<Static<P>, Static<Q>, Static<B>>) => Promise<unknown>,
): Route {
  return { ...shape, access: 'open', run: (door) => answer(door as Door<Static<P>, Static<Q>, Static<B>>) };
}

/** Declares a route for anyone signed in. */
export function sessionRoute<P extends TSchema, Q extends TSchema, B extends TSchema>(
  shape: Shape<P, Q, B>,
  answer: (door: SignedIn<Static<P>, Static<Q>, Static<B>>) => Promise<unknown>,
): Route {
  return {
    ...shape,
    access: 'session',
    run: async (door) => answer({ ...door, session: signedIn(door) } as SignedIn<Static<P>, Static<Q>, Static<B>>),
  };
}

/** Declares a route for those who act in a district. */
export function districtRoute<P extends TSchema, Q extends TSchema, B extends TSchema>(
  shape: Shape<P, Q, B>,
  answer: (door: Acting<Static<P>, Static<Q>, Static<B>>) => Promise<unknown>,
): Route {
  return {
    ...shape,
    access: 'district',
    run: async (door) => {
      const { capacity } = door;
      if (capacity === undefined) throw new HuyingError('identity.noDistrict');
      return answer({ ...door, session: signedIn(door), capacity } as Acting<Static<P>, Static<Q>, Static<B>>);
    },
  };
}

function signedIn({ session }: { readonly session: Session | undefined }): Session {
  if (session === undefined) throw new HuyingError('identity.sessionEnded');
  return session;
}
