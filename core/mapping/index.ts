export { contactAddresses } from './contact/addresses.ts';
export { mailToTask, messageIdOf, type ReadBody, readBody as readMailBody } from './email/index.ts';
export { htmlToText } from './html-to-text/index.ts';
export * from './object-map.ts';
export { objectMaps } from './objects.ts';
export * from './rules/index.ts';
export { domainOf } from './words/email-address.ts';
export { isFreeMail } from './words/free-mail.ts';
export { ianaZone, windowsZone } from './zones/index.ts';
