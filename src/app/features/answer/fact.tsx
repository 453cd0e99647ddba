import type { ReactNode } from 'react';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  /** Of a person, and not for paper. */
  readonly screenOnly?: boolean;
}

/** One line of a list of facts. */
export function Fact({ name, children, screenOnly = false }: FactProps) {
  return (
    <div data-print={screenOnly ? 'hide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
