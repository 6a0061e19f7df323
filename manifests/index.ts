/** One source, two forms of the add-in's manifest. */
export { type ManifestSource, manifestSource } from './source.ts';
export { writeJson } from './write-json.ts';
export { writeXml } from './write-xml.ts';
