import { describe, expect, it } from 'vitest';
import { libraryOf, openApi } from '../../testing/pipeline.ts';
import type { MarkdownOptions } from './markdown.ts';
import { emitMarkdown } from './markdown.ts';
import { Anchors, slugOf } from './page.ts';

const options: MarkdownOptions = {
  label: '1.0',
  localName: 'tea',
  repository: 'example.com/tea',
  description: 'Tea for everyone',
  helpStyle: 'quoted',
};

function emit(
  properties: unknown,
  changes: Partial<MarkdownOptions> = {},
): ReadonlyMap<string, string> {
  const definition = { description: 'Say "tea".', properties };
  const { library } = libraryOf([openApi({ 'com.example.tea.v1.Pot': definition })], /^com/);
  const files = [...emitMarkdown(library, { ...options, ...changes })];
  return new Map(files.map(({ path, text }) => [path, text]));
}

const page = 'docs/1.0/tea/v1/pot.md';

describe('emitMarkdown', () => {
  it('writes a page with its index and its fields', () => {
    const properties = {
      spec: { properties: { host: { type: 'string', description: 'Where.' } } },
      a: {},
    };
    expect(emit(properties).get(page)).toBe(
      [
        '---\npermalink: /1.0/tea/v1/pot/\n---',
        '# tea.v1.pot',
        String.raw`"Say \"tea\"."`,
        '## Index',
        '* [`fn withA(a)`](#fn-witha)\n* [`obj spec`](#obj-spec)\n  * [`fn withHost(host)`](#fn-specwithhost)',
        '## Fields',
        '### fn withA',
        '```ts\nwithA(a)\n```',
        '',
        '## obj spec',
        '',
        '### fn spec.withHost',
        '```ts\nwithHost(host)\n```',
        '"Where."',
      ].join('\n\n'),
    );
  });

  it('puts what is called new first, then functions, then objects', () => {
    const object = { properties: { x: {} } };
    const index = emit({ b: {}, newest: object, a: object, c: { type: 'object' } }).get(page);
    const names = [...(index ?? '').matchAll(/^\* \[`(.*)`\]/gm)].map((match) => match[1]);
    expect(names).toEqual([
      'obj newest',
      'fn withB(b)',
      'fn withC(c)',
      'fn withCMixin(c)',
      'obj a',
    ]);
  });

  it('shows descriptions as they are on request', () => {
    expect(emit({ a: {} }, { helpStyle: 'plain' }).get(page)).toContain('\n\nSay "tea".\n\n');
  });

  it('lists what there is on the pages above', () => {
    const files = emit({ a: {} }, { localName: 'prometheus-operator' });
    expect(files.get('docs/1.0/README.md')).toBe(
      '---\npermalink: /1.0/\n---\n\n# prometheus-operator\n\n```jsonnet\n' +
        'local prometheus_operator = import "example.com/tea/1.0/main.libsonnet"\n```\n\n' +
        'Tea for everyone\n\n* [tea](tea/index.md)',
    );
    expect(files.get('docs/1.0/tea/index.md')).toBe(
      '---\npermalink: /1.0/tea/\n---\n\n# tea\n\n\n\n* [v1](v1/index.md)',
    );
    expect(files.get('docs/1.0/tea/v1/index.md')).toContain('# tea.v1\n\n\n\n* [pot](pot.md)');
  });

  it('keeps a hostile name on its line', () => {
    expect(emit({ 'a\n\n# b': {} }).get(page)).not.toMatch(/^# b/m);
  });
});

describe('anchors', () => {
  it('keep what links can have', () => {
    expect(slugOf('a.b.withX')).toBe('abwithX');
    expect(slugOf('with$Ref-X_y’ z')).toBe('withRef-X_y-z');
  });

  it('are counted where they are repeated', () => {
    const anchors = new Anchors();
    const slugs = ['a', 'a', 'a', 'A', 'b'].map((slug) => anchors.unique(slug));
    expect(slugs).toEqual(['a', 'a-1', 'a-2', 'a', 'b']);
  });
});
