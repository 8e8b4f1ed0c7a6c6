/**
 * How far a role's eyes reach. `queue` says whose cases: everybody's, those its unit (with all below it) handles or was
 * asked about, or none. `area` says where: anywhere in the district, or only in the area of the post.
 */
export interface Reach {
  readonly queue: 'all' | 'unit' | 'none';
  readonly area: 'any' | 'post';
}

/** What people do for the district, independent of who does it; a post gives a role to a person in a unit. */
export interface Role {
  readonly id: string;
  /** Plain Chinese; the English stands in the app's side file under `roles.<id>`. */
  readonly name: string;
  readonly reach: Reach;
  /**
   * Whose promises: everybody's, those its unit leads or assists in, or only what is published. Absent: as for cases, where
   * `none` means what is published.
   */
  readonly promises?: 'all' | 'unit' | 'published';
  /** The role one step up, to whom what this role leaves undone goes. Absent at the top. */
  readonly escalatesTo?: string;
}

/** Declares the roles of an app; ids are inferred, so that a party naming an unknown role does not compile. */
export function defineRoles<const Ids extends string>(
  roles: Readonly<Record<Ids, Omit<Role, 'id' | 'escalatesTo'> & { readonly escalatesTo?: NoInfer<Ids> }>>,
): Readonly<Record<Ids, Role>> {
  const entries = Object.entries<Omit<Role, 'id'>>(roles);
  return Object.fromEntries(entries.map(([id, role]): [string, Role] => [id, { ...role, id }])) as Record<Ids, Role>;
}
