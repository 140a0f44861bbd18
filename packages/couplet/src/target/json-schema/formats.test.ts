import { describe, expect, it } from 'vitest';
import { shapeOf } from './formats.ts';

function takes(format: string, text: string): boolean | undefined {
  const shape = shapeOf(format);
  return shape === undefined ? undefined : new RegExp(shape, 'u').test(text);
}

describe('shapeOf', () => {
  it.each([
    ['ipv4', '01.2.3.4'],
    ['ipv4', '::ffff:1.2.3.4'],
    ['ipv6', '::1'],
    ['cidr', '10.1.2.3/8'],
    ['cidr', 'fe80::1/64'],
    ['mac', '00:00:5e:00:53:01'],
    ['mac', '0000.5e00.5301'],
    ['uuid', 'A8098C1AF86E11DABD1A00112444BE1E'],
    ['uuid4', 'a8098c1a-f86e-41da-bd1a-00112444be1e'],
    ['byte', 'Zm9v'],
    ['byte', 'Zg==\n'],
    ['date', '2024-02-29'],
    ['date-time', '2024-01-01t00:00:00z'],
    ['datetime', '2024-01-01T00:00:00.5+01:00'],
    ['duration', '1.5h'],
    ['duration', '22 ns'],
    ['duration', '2 days'],
    ['duration', 'P1D'],
    ['duration', '-1h'],
    ['duration', '0'],
    ['uri', '/p'],
    ['uri', '//x'],
    ['uri', 'http://'],
    ['uri', 'mailto:x@y'],
    ['hostname', 'é.com'],
    ['hostname', 'a'],
    ['email', 'A <a@b.c>'],
  ])('%s takes %s, as the API server does', (format, text) => {
    expect(takes(format, text)).toBe(true);
  });

  it.each([
    ['ipv4', '999.999.999.999'],
    ['ipv4', '1.2.3'],
    ['ipv6', '1.2.3.4'],
    ['ipv6', 'fe80::1%eth0'],
    ['cidr', '10.0.0.0/33'],
    ['cidr', '10.0.0.0'],
    ['mac', '1'],
    ['uuid', 'x'],
    ['byte', ''],
    ['byte', '_-8='],
    ['date', '2024-13-45'],
    ['date-time', '2024-01-01 00:00:00Z'],
    ['date-time', '2024-01-01T24:00:00Z'],
    ['duration', '5'],
    ['duration', ''],
    ['duration', 'bad'],
    ['uri', ''],
    ['uri', 'a'],
    ['hostname', '1.2.3.4'],
    ['hostname', 'a..bc'],
    ['hostname', 'a_b'],
    ['hostname', 'a.b'],
    ['email', 'a'],
  ])('%s refuses %j, as the API server does', (format, text) => {
    expect(takes(format, text)).toBe(false);
  });

  it('has nothing for formats that are not checked', () => {
    expect(shapeOf('ip')).toBeUndefined();
    expect(shapeOf('semver')).toBeUndefined();
    expect(shapeOf('__proto__')).toBeUndefined();
  });
});
