export { addLink, dropLinks, type Link, type LinkKind, linksOf, type Subject } from './link.ts';
