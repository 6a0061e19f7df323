/**
 * Where the package's copy of CLDR is older than the law, so that events would be an hour off. From CLDR 48, windowsZones.json; the test
 * against the reference data tells when a line can go.
 * - Kazakhstan keeps one time, UTC+5, since 1 March 2024.
 * - Chihuahua and Ojinaga left mountain time on 30 October 2022; Ciudad Juárez, split off then, kept it.
 */
export const ianaCorrections: Readonly<Record<string, string>> = {
  'central asia standard time': 'Asia/Bishkek',
  'mountain standard time (mexico)': 'America/Mazatlan',
};

export const windowsCorrections: Readonly<Record<string, string>> = {
  'Asia/Almaty': 'West Asia Standard Time',
  'Asia/Qostanay': 'West Asia Standard Time',
  'America/Chihuahua': 'Central Standard Time (Mexico)',
  'America/Ojinaga': 'Central Standard Time',
  'America/Ciudad_Juarez': 'Mountain Standard Time',
  'Asia/Bishkek': 'Central Asia Standard Time',
};
