export { addLink, dropLinks, type Link, type LinkKind, linksButTo, linksFrom, linksOf, type Subject } from './link.ts';
