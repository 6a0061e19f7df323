import { parseSync } from 'vite';

/** Attributes that people read or hear. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
]);
const hasWord = (text: unknown): boolean => typeof text === 'string' && /\p{L}{2,}/u.test(text);

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

const literalOf = (node: Node | null | undefined): unknown => {
  if (node?.type === 'Literal') return node.value;
  if (node?.type === 'JSXExpressionContainer') return literalOf(node.expression as Node);
  if (node?.type === 'ConditionalExpression') return literalOf(node.consequent as Node) ?? literalOf(node.alternate as Node);
  if (node?.type === 'TemplateLiteral') return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' ');
  return undefined;
};

/** Words written straight into a view: text between tags, in braces, or in an attribute that is read out. */
export const findLiteralText = (file: string, source: string): string[] => {
  const found: string[] = [];
  const line = (at: number): number => source.slice(0, at).split('\n').length;
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, start } = node as Node;
    const said =
      type === 'JSXText'
        ? (node as Node).value
        : type === 'JSXAttribute' && spoken.has(String(((node as Node).name as Node).name))
          ? literalOf((node as Node).value as Node)
          : undefined;
    if (hasWord(said)) found.push(`${file}:${line(start)}: "${String(said).trim()}" belongs into core/text`);
    if (type === 'JSXElement' || type === 'JSXFragment')
      for (const child of (node as Node).children as Node[])
        if (child.type === 'JSXExpressionContainer' && hasWord(literalOf(child)))
          found.push(`${file}:${line(child.start)}: "${literalOf(child)}" belongs into core/text`);
    for (const value of Object.values(node)) walk(value);
  };
  walk(parseSync(file, source).program);
  return found;
};
