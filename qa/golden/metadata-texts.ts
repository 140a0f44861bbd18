import { objectMetaName } from '../../packages/couplet/src/api/object-meta.ts';
import type { Definition, Definitions } from '../../packages/couplet/src/api/definition.ts';
import type { Schema } from '../../packages/couplet/src/schema/schema.ts';

/** A heading of a page with all that stands below it, up to the next heading. */
interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * A page without the texts below `metadata`: those are sentences of ours, where the published pages have Kubernetes'.
 * Headings, calls and notes stay.
 */
export function withoutMetadataTexts(page: string): string {
  const kept: string[] = [];
  for (const { heading, lines } of sectionsOf(page)) {
    const isMetadata = /^##+ (obj|fn) metadata\b/.test(heading);
    kept.push(heading, ...(isMetadata ? lines.filter((line) => !isQuoted(line)) : lines));
  }
  return kept.join('\n');
}

/**
 * The definitions, where the metadata of all objects is described as the published page does it. Only so can our
 * library files be compared with published ones of which nothing is known but the hash.
 */
export function withPublishedMetadata(definitions: Definitions, page: string): Definitions {
  const texts = new Map(
    sectionsOf(page).map(({ heading, lines }) => [heading, unquote(lines.find(isQuoted) ?? '""')]),
  );
  const metadata = definitions.get(objectMetaName);
  if (metadata?.schema.kind !== 'object') throw new Error('ObjectMeta is not defined');
  const properties = new Map<string, Schema>();
  for (const [name, schema] of metadata.schema.properties) {
    const functionName = `with${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    properties.set(name, describedBy(schema, texts.get(`### fn metadata.${functionName}`)));
  }
  const schema = describedBy({ ...metadata.schema, properties }, texts.get('## obj metadata'));
  const described: Definition = { ...metadata, schema };
  return new Map([...definitions, [objectMetaName, described]]);
}

function describedBy(schema: Schema, description: string | undefined): Schema {
  if (description === undefined) throw new Error('the published page has no text for a field');
  return { ...schema, description };
}

function sectionsOf(page: string): readonly Section[] {
  return page.split(/\n(?=##)/).map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return { heading, lines };
  });
}

function isQuoted(line: string): boolean {
  return line.startsWith('"');
}

/** Of Go's escapes these texts have only those that JSON has too. */
function unquote(line: string): string {
  return String(JSON.parse(line));
}
