import type { Role } from '../access/index.ts';
import type { Shortcoming } from './shortcoming.ts';

type Roles = Readonly<Record<string, Role>>;

/** Every way up through the roles ends at somebody. A circle is told once, at the first of its roles. */
export function brokenEscalations(roles: Roles): readonly Shortcoming[] {
  const found: Shortcoming[] = [];
  const inCircle = new Set<string>();
  for (const role of Object.values(roles)) {
    const above = role.escalatesTo;
    if (above !== undefined && roles[above] === undefined) {
      const what = `There is no role “${above}” for “${role.id}” to escalate to.`;
      found.push({ path: `roles/${role.id}`, rule: 'unknown-role', what, remedy: 'Declare it, or name another.' });
    }
    const circle = circleFrom(role.id, roles);
    if (circle === null || inCircle.has(role.id)) continue;
    for (const one of circle) inCircle.add(one);
    found.push({
      path: `roles/${role.id}`,
      rule: 'escalation-loop',
      what: `The way up turns in a circle: ${[...circle, role.id].join(' → ')}.`,
      remedy: 'Let one of these roles escalate to somebody above, or to nobody.',
    });
  }
  return found;
}

/** The roles passed on the way up until one comes back to itself, or null. */
function circleFrom(start: string, roles: Roles): readonly string[] | null {
  const seen: string[] = [];
  for (let at: string | undefined = start; at !== undefined; at = roles[at]?.escalatesTo) {
    if (seen.includes(at)) return at === start ? seen : null;
    seen.push(at);
  }
  return null;
}
