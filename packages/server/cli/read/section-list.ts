import type { DocumentNode, Report, SectionRole, Span } from '@huying/reader';

/** A part of a report that has a heading. */
export interface Section extends Span {
  readonly title: string;
  readonly level: number;
  readonly role: SectionRole;
  readonly doubt?: string;
}

/** The headed parts in the order of the text, outer before inner. Walks without recursion: depth is the text's affair. */
export function sectionsOf(document: DocumentNode): readonly Section[] {
  const sections: Section[] = [];
  const waiting: DocumentNode[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ((node.kind === 'section' || node.kind === 'appendix') && node.title !== undefined) {
      const { start, end, title, level = 1, role = 'other', doubt } = node;
      sections.push({ start, end, title, level, role, ...(doubt === undefined ? {} : { doubt }) });
    }
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child && child.children.length > 0) waiting.push(child);
    }
  }
  return sections;
}

/** How many of these, in the order of the text, begin within a span. */
export function countWithin(sorted: readonly Span[], { start, end }: Span): number {
  return before(sorted, end) - before(sorted, start);
}

function before(sorted: readonly Span[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Targets by the innermost part that holds them, in the order of the text; those outside any part first. */
export function bySection(
  sections: readonly Section[],
  targets: Report['targets'],
): readonly { readonly section: Section | undefined; readonly targets: Report['targets'] }[] {
  const groups: { section: Section | undefined; targets: Report['targets'][number][] }[] = [];
  const around: Section[] = [];
  let next = 0;
  for (const target of [...targets].sort((a, b) => a.start - b.start)) {
    for (let section = sections[next]; section && section.start <= target.start; section = sections[next]) {
      around.push(section);
      next += 1;
    }
    while (around.length > 0 && (around.at(-1)?.end ?? 0) <= target.start) around.pop();
    const section = around.findLast(({ end }) => end > target.start);
    const last = groups.at(-1);
    if (last && last.section === section) last.targets.push(target);
    else groups.push({ section, targets: [target] });
  }
  return groups;
}
