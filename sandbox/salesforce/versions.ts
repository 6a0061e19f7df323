const seasons = ['Winter', 'Spring', 'Summer'] as const;

/** GET /services/data: one entry per release, three a year; 50.0 is Winter '21. */
export function versions(oldest: number, newest: number): { label: string; url: string; version: string }[] {
  return Array.from({ length: newest - oldest + 1 }, (_, place) => {
    const number = oldest + place;
    // Winter opens a year's three releases: 50 is Winter '21, 51 Spring '21, 52 Summer '21, 53 Winter '22.
    const year = 21 + Math.floor((number - 50) / 3);
    return { label: `${seasons[(number - 50) % 3] ?? 'Winter'} '${year}`, url: `/services/data/v${number}.0`, version: `${number}.0` };
  });
}

/** GET /services/data/vNN.0 */
export function resources(base: string, identity: string): Record<string, string> {
  const names = ['sobjects', 'query', 'queryAll', 'limits', 'composite'];
  return { ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])), identity };
}
