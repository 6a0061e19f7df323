const pattern = /@\{([A-Za-z0-9_]+)((?:\.[A-Za-z0-9_]+|\[\d+\])*)\}/g;

type Filled = { url: unknown; body: unknown } | { missing: string };

class Missing extends Error {}

/** Puts earlier answers into a part of a composite: `@{ref.id}`, `@{ref[0].id}`, `@{ref.records[0].Id}`. In a URL the value is encoded. */
export function fillReferences(part: { url: string; body: unknown }, answerOf: (reference: string) => unknown): Filled {
  const find = (all: string, reference: string, path: string): unknown => {
    let place = answerOf(reference);
    for (const step of path.match(/[A-Za-z0-9_]+/g) ?? []) place = (place as Record<string, unknown> | undefined | null)?.[step];
    if (place === undefined || place === null) throw new Missing(all.slice(2, -1));
    return place;
  };
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
  };
  const fillText = (text: string): unknown => {
    const whole = new RegExp(`^${pattern.source}$`).exec(text);
    if (whole) return find(whole[0], whole[1] ?? '', whole[2] ?? '');
    return text.replace(pattern, (all, reference: string, path: string) => String(find(all, reference, path)));
  };
  try {
    const url = part.url.replace(pattern, (all, reference: string, path: string) => encodeURIComponent(String(find(all, reference, path))));
    return { url, body: fill(part.body) };
  } catch (error) {
    if (error instanceof Missing) return { missing: error.message };
    throw error;
  }
}
