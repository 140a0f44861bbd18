const octet = '0*(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const ipv4 = `(${octet}\\.){3}${octet}`;
const ipv6 = '[0-9a-fA-F:.]*:[0-9a-fA-F:.]*';
const day = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const uuid = `[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}`;
const sign = ' \\t\\r\\n!"#%&\'()*,./:;?@[\\\\\\]_{}';

/**
 * What a text of a format must look like at least, by the names of formats without hyphens. Validators check formats of
 * the same names in other ways than the API server (of a custom resource, that is Go's own parsers); these patterns
 * take all that it takes, and refuse most of what it refuses.
 */
const shapes: ReadonlyMap<string, string> = new Map([
  ['bsonobjectid', '^[0-9a-fA-F]{24}$'],
  ['byte', '^[A-Za-z0-9+/\\r\\n]+={0,2}[\\r\\n]*$'],
  ['cidr', `^(${ipv4}/0*(3[0-2]|[12]?[0-9])|${ipv6}/0*(12[0-8]|1[01][0-9]|[0-9]?[0-9]))$`],
  ['date', `^${day}$`],
  ['datetime', `^${day}[Tt]([01][0-9]|2[0-3]):[0-5][0-9]`],
  ['duration', '[0-9]\\.?[ \\t]*[A-Za-zµμ]|^[-+]?0+$|^-?P'],
  ['email', '@'],
  ['hexcolor', '^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$'],
  ['hostname', `^([^${sign}]+|([^${sign}]+\\.)+[^${sign}0-9\\-]{2,63})$`],
  ['ipv4', `^(${ipv6})?${ipv4}$`],
  ['ipv6', `^${ipv6}$`],
  ['mac', '^[0-9a-fA-F]{2,4}([:.\\-][0-9a-fA-F]{2,4})+$'],
  ['uri', '^(/|\\*$|[a-zA-Z][a-zA-Z0-9+.\\-]*:)'],
  ...['uuid', 'uuid3', 'uuid4', 'uuid5'].map((name): [string, string] => [
    name,
    `^([uU][rR][nN]:[uU]{2}[iI][dD]:|\\{)?${uuid}\\}?$`,
  ]),
]);

/** Returns the pattern of a format; `undefined` of one that the API server does not check, or that has no simple one. */
export function shapeOf(format: string): string | undefined {
  return shapes.get(format.replaceAll('-', ''));
}
