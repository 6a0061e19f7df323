import type { HTMLAttributes, RefObject } from 'preact';
import { Icon } from '../parts/index.ts';

interface FieldProps extends Pick<HTMLAttributes<HTMLInputElement>, 'id' | 'title' | 'aria-label' | 'aria-keyshortcuts'> {
  value: string;
  placeholder: string;
  field?: RefObject<HTMLInputElement | null>;
  onType: (text: string) => void;
}

/** A field to search in, with its sign. Its name is a label for its `id`, or `aria-label`. */
export const SearchField = ({ field, onType, ...input }: FieldProps) => (
  <div class="search">
    <Icon name="search" size={16} />
    <input {...input} ref={field} class="input" type="search" autocomplete="off" onInput={(event) => onType(event.currentTarget.value)} />
  </div>
);
