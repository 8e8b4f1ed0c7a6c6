import type { ReactNode } from 'react';

/** Room for a table wider than the page, scrolled by keyboard too. */
export function WideTable(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <div className="table-scroll" role="group" tabIndex={0} aria-label={props.label}>
      {props.children}
    </div>
  );
}
