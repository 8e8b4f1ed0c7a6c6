import type { LightRuleSet } from './light.ts';
import { publishedByPath } from './published-path-lights.ts';
import { publishedByStep } from './published-step-lights.ts';

/**
 * Rules of lights as places published them, ready to be chosen. Those that say nothing, or two things, of some case are kept as they were
 * and marked faulty; `checkLights` refuses them, and beside each stands a mended one that changes no colour that was published.
 */
export const publishedRuleSets: readonly LightRuleSet[] = [...publishedByPath, ...publishedByStep];
