import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentName, functionSuffix, jsonnetKeywords, lowerFirstWord } from './names.ts';
import { compareNames } from '../text/compare-names.ts';
import { safeName } from '../text/safe-name.ts';

describe('lowerFirstWord', () => {
  it.each([
    ['Route', 'route'],
    ['OAuthClient', 'oAuthClient'],
    ['APIServer', 'apiServer'],
    ['DNS', 'dns'],
    ['DNSRecord', 'dnsRecord'],
    ['CIDR', 'cidr'],
    ['TLS13Settings', 'tls13Settings'],
    ['alreadyLower', 'alreadyLower'],
    ['IPs', 'iPs'],
    ['x-Foo', 'x-Foo'],
    ['-Foo', '-Foo'],
    ['_Foo', '_Foo'],
    ['Überall', 'überall'],
    ['', ''],
  ])('turns %j into %j', (name, key) => {
    expect(lowerFirstWord(name)).toBe(key);
  });

  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]*$/), (name) => {
        const once = lowerFirstWord(name);
        // An `iPs` made of `IPs` stays: its first word is `i`.
        expect(lowerFirstWord(once)).toBe(once);
      }),
    );
  });
});

describe('functionSuffix', () => {
  it.each([
    ['host', 'Host'],
    ['x-foo', 'X-Foo'],
    ['-foo', 'Foo'],
    ['a.b', 'A_b'],
    ['partial_response', 'Partial_response'],
    ['$ref', '$Ref'],
    ['a b', 'A B'],
    ['0day', '0day'],
    ['élan', 'Élan'],
  ])('turns %j into %j', (key, suffix) => {
    expect(functionSuffix(key)).toBe(suffix);
  });
});

describe('argumentName', () => {
  it.each([
    ['host', 'host'],
    ['error', 'err'],
    ['local', 'Local'],
    ['for', 'For'],
    ['std', 'Std'],
    ['x-foo.bar', 'x_foo_bar'],
    ['$ref', '_ref'],
    ['0day', '_0day'],
    ['', '_'],
  ])('turns %j into %j', (key, argument) => {
    expect(argumentName(key)).toBe(argument);
  });

  it('is always an identifier that Jsonnet takes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...jsonnetKeywords)), (key) => {
        const argument = argumentName(key);
        expect(argument).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
        expect(jsonnetKeywords.has(argument)).toBe(false);
      }),
    );
  });
});

describe('compareNames', () => {
  it('orders as the bytes of UTF-8 do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text))),
        (names) => {
          const byBytes = [...names].sort((left, right) =>
            Buffer.compare(Buffer.from(left), Buffer.from(right)),
          );
          expect([...names].sort(compareNames)).toEqual(byBytes);
        },
      ),
    );
  });
});

describe('safeName', () => {
  it.each(['route', 'v1beta1', 'a-b.c', '_x'])('leaves %j as it is', (name) => {
    expect(safeName(name)).toBe(name);
  });

  it.each(['main', 'index', 'README', 'con', 'aux', 'com1', 'nul.x'])(
    'keeps %j from being a file that means something else',
    (name) => {
      expect(safeName(name)).toBe(`${name}_`);
    },
  );

  it('never leads out of a folder, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('..', '../x', '/etc', 'a/b', '\0', '.git'),
        ),
        (name) => {
          expect(safeName(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,140}$/);
        },
      ),
    );
  });

  it('tells odd names apart', () => {
    expect(safeName('a/b')).not.toBe(safeName('a:b'));
  });
});
