import { useEffect, useRef } from 'preact/hooks';

/** The heading of a page that was opened: whoever uses a keyboard or a screen reader begins there. `onTitle` must not change between drawings. */
export const PageHeading = ({ name, onTitle }: { name: string; onTitle: (name: string) => void }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    onTitle(name);
    heading.current?.focus();
  }, [name, onTitle]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {name}
    </h1>
  );
};
