import type { ReactNode } from 'react';

/** An input under its label, with whatever is said of it below: a hint, a fault. `id` is the input's own. */
export function Labelled(props: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="labelled">
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
    </div>
  );
}
