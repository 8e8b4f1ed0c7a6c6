import type { Product } from '@huying/kit/compile';
import type { IdentityServices } from '../identity/index.ts';
import type { Actor, Services } from '../ledger/index.ts';
import type { ParameterCatalogue } from '../parameter/index.ts';
import type { AllowanceRule } from './allowance.ts';
import type { Allowance, Route, RouteFace } from './route.ts';

/** What the doors need; compose puts it together. */
export interface SurfaceServices extends Services, IdentityServices {
  readonly product: Product;
  readonly parameters: ParameterCatalogue;
}

/** A case that changed, as the engine tells it after the commit. */
export interface Change {
  readonly tenant: string;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly area: string | null;
  readonly involved: readonly string[];
}

/** What happens in this process and open pages want to hear of; each answers how to stop listening. */
export interface Happenings {
  onChange(listener: (change: Change) => void): () => void;
  /** Something new for one account in one district. */
  onNotice(listener: (tenant: string, account: string) => void): () => void;
}

/** How many notices an account has not read. */
export type Unread = (who: { readonly tenant: string; readonly actor: Actor }) => Promise<number>;

/** Another platform's door: it brings its own sign-in and registers itself; `faces` tell it to the documents. */
export interface PartnerDoor {
  readonly faces: readonly RouteFace[];
  register(app: import('fastify').FastifyInstance): void;
}

export interface SurfaceOptions {
  /** The program's version, for the documents. */
  readonly version: string;
  /** Folder of the built pages. */
  readonly pages: string;
  /** Routes of operations, made by compose from the engines there are. */
  readonly routes: readonly Route[];
  readonly partners?: readonly PartnerDoor[];
  readonly happenings?: Happenings;
  readonly unread?: Unread;
  /** Proxies whose word on address and TLS is taken; default this machine. */
  readonly trustedProxies?: string;
  /** With it, `/metrics` can be read from elsewhere. */
  readonly metricsToken?: string | undefined;
  /** The district the public's doors mean when none is named. */
  readonly publicDistrict?: string | undefined;
  readonly allowances?: Partial<Readonly<Record<Allowance, AllowanceRule>>>;
  /** Milliseconds between signs of life on an event stream, at which ended sessions are noticed. */
  readonly heartbeat?: number;
}
