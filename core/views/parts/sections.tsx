import './sections.css';

export interface SectionsProps {
  label: string;
  /** Address of the page that the sections belong to: "#/organizations/7". */
  base: string;
  sections: readonly (readonly [section: string, name: string])[];
  current: string;
}

/** The sections of a page, each with an address of its own, so that it can be opened and sent. */
export const Sections = ({ label, base, sections, current }: SectionsProps) => (
  <nav class="sections" aria-label={label}>
    {sections.map(([section, name]) => (
      <a key={section} href={`${base}/${section}`} aria-current={section === current ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
);
