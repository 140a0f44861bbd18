import { describe, expect, it } from 'vitest';
import { definition } from './functions.ts';
import { fieldsOf } from './table.ts';

describe('fieldsOf', () => {
  it('reads plain tokens', () => {
    const rows = {
      Row: 'host labels+ names* rules*Rule meta>0:Meta spec>Spec kind! status!>Status',
    };
    const fields = fieldsOf({ rows }, 'Row').map(({ property, key, setter, ...rest }) => {
      expect(key).toBe(property);
      return [setter, rest.sign, rest.target, rest.isLeftOutOfRoot];
    });
    expect(fields).toEqual([
      ['withHost', '', '', false],
      ['withLabels', '+', '', false],
      ['withNames', '*', '', false],
      ['withRules', '*', 'Rule', false],
      ['withMeta', '>', '0:Meta', false],
      ['withSpec', '>', 'Spec', false],
      ['withKind', '', '', true],
      ['withStatus', '>', 'Status', true],
    ]);
  });

  it('reads odd tokens among plain ones, and rows without fields', () => {
    const rows = {
      Row: ['a b', ['a > *: !', 'a > *: !', 'withA > *: !', '!*0:Row'], 'c'],
      None: '',
    } as const;
    expect(fieldsOf({ rows }, 'Row').map(({ property }) => property)).toEqual([
      'a',
      'b',
      'a > *: !',
      'c',
    ]);
    expect(fieldsOf({ rows }, 'Row')[2]).toEqual({
      property: 'a > *: !',
      key: 'a > *: !',
      setter: 'withA > *: !',
      isLeftOutOfRoot: true,
      sign: '*',
      target: '0:Row',
    });
    expect(fieldsOf({ rows }, 'None')).toEqual([]);
  });

  it('finds rows by their own names only', () => {
    const rows = { ['__proto__']: 'host' };
    expect(fieldsOf({ rows }, '__proto__')).toHaveLength(1);
    expect(() => fieldsOf({ rows }, 'constructor')).toThrow(
      new Error('the table has no row "constructor"'),
    );
  });

  it('refuses malformed tokens', () => {
    for (const token of ['Host', 'host>', 'host+Row', 'host!!', 'host-name', '>Row']) {
      expect(() => fieldsOf({ rows: { Row: `first ${token} last` } }, 'Row')).toThrow(
        new Error(`the table has a malformed token ${JSON.stringify(token)}`),
      );
    }
  });

  it('names an import that is missing', () => {
    const functions = definition({ rows: { Row: 'meta>0:Meta' } }, 'Row');
    expect(() => functions['meta']).toThrow(new Error('the table has no import 0'));
  });
});
