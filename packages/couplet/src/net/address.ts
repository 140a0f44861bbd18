import { shorten } from '../diagnostic/problem.ts';

/** An address that can be asked, or why it cannot. */
export type Address =
  | { readonly url: URL; readonly reason?: undefined }
  | { readonly url?: undefined; readonly reason: string };

/** Reads an http(s) address; a relative one starts from the base. Passwords in addresses are refused. */
export function parseAddress(address: string, base?: string): Address {
  if (!URL.canParse(address, base)) return { reason: 'it is no URL' };
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { reason: `${shorten(url.protocol)} is neither http: nor https:` };
  }
  if (url.username === '' && url.password === '') return { url };
  return { reason: 'it holds a user name or password' };
}

/** Tells whether a text is an address that {@link parseAddress} takes. */
export function isWebAddress(text: string): boolean {
  return parseAddress(text).url !== undefined;
}

/** Tells whether a text begins as an http(s) address does; the rest of it may be wrong. */
export function hasWebScheme(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** An address for messages: a password that was given in it must not end up in a log. */
export function withoutPassword(address: string): string {
  return address.replace(/^([^/]*\/\/)[^/?#]*@/, '$1…@');
}
