/**
 * Where anybody may have an address: it says nothing of a company. The large ones of our customers' countries; "gmx" and "yahoo" stand for all their
 * endings. One that is missing here does no harm as long as no account, or more than one, has it as its website.
 */
const domains = new Set([
  'aol.com',
  'bluewin.ch',
  'comcast.net',
  'fastmail.com',
  'free.fr',
  'freenet.de',
  'gmail.com',
  'googlemail.com',
  'icloud.com',
  'laposte.net',
  'libero.it',
  'mac.com',
  'mail.com',
  'mail.ru',
  'mailbox.org',
  'me.com',
  'msn.com',
  'orange.fr',
  'posteo.de',
  'proton.me',
  'protonmail.com',
  'qq.com',
  't-online.de',
  'tutanota.com',
  'web.de',
  'yandex.com',
  'ymail.com',
  '163.com',
]);
const families = /^(?:gmx|yahoo|hotmail|live|outlook)\.[a-z]{2,}(?:\.[a-z]{2})?$/;

export const isFreeMail = (domain: string): boolean => domains.has(domain) || families.test(domain);
