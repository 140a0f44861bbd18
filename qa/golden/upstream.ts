import type { Reason } from './expected-differences.ts';

/** A line of a file of ours, and what stands for it in the published file: nothing, or a line that may differ. */
export interface Line {
  readonly number: number;
  readonly ours: string;
  readonly published: string | undefined;
  readonly reasons: readonly Reason[];
}

/** Makes one of upstream's mistakes in a whole file: the line, or nothing, that upstream has for each of ours. */
type Mistake = (lines: readonly string[]) => readonly (string | undefined)[];

/**
 * Turns a file of ours into upstream's by making its mistakes again, and nothing else. Lines that become other
 * ones carry the reason.
 */
export function asUpstream(
  text: string,
  reasons: readonly Reason[],
  mistakes: Readonly<Record<Reason, Mistake>>,
): readonly Line[] {
  let lines: readonly Line[] = text
    .split('\n')
    .map((ours, index) => ({ number: index + 1, ours, published: ours, reasons: [] }));
  for (const reason of reasons) {
    const made = mistakes[reason](lines.map(({ published }) => published ?? ''));
    lines = lines.map((line, index) => {
      const published = made[index];
      if (line.published === undefined || published === line.published) return line;
      return { ...line, published, reasons: [...line.reasons, reason] };
    });
  }
  return lines;
}

/** The text that the lines stand for in the published file. */
export function publishedText(lines: readonly Line[]): string {
  return lines.flatMap(({ published }) => published ?? []).join('\n');
}

/** Upstream's mistakes as they show on a page. */
export const pageMistakes: Readonly<Record<Reason, Mistake>> = {
  'closing quotes': eachLine((line) => line.replace(/\\""$/, '\\')),
  'new without metadata': eachLine((line) => line.replace(/^(\* \[`fn )?new\(\)/, '$1new(name)')),
  'scalar status': withoutStatusSection,
  'own property name': (lines) => lines,
};

/** Upstream's mistakes as they show in a library file. */
export const libraryMistakes: Readonly<Record<Reason, Mistake>> = {
  'closing quotes': eachLine((line) =>
    line.replace(/^( *'#[^']*':: d\.(?:fn|obj|pkg)\(help='.*\\\\)""'/, "$1'"),
  ),
  'new without metadata': newWithName,
  'scalar status': eachLine((line) =>
    /^ {2}('#withStatus'::|withStatus\()/.test(line) ? undefined : line,
  ),
  'own property name': eachLine((line) => line.replace('{ CIDR: cidr }', '{ cidr: cidr }')),
};

function eachLine(change: (line: string) => string | undefined): Mistake {
  return (lines) => lines.map(change);
}

/** A page without `withStatus`: its entry in the index, and everything from its heading to the next one. */
function withoutStatusSection(lines: readonly string[]): readonly (string | undefined)[] {
  const heading = lines.indexOf('### fn withStatus');
  const next = lines.findIndex((line, index) => index > heading && line.startsWith('##'));
  return lines.map((line, index) => {
    if (line === '* [`fn withStatus(status)`](#fn-withstatus)') return undefined;
    return index >= heading && index < next ? undefined : line;
  });
}

/** The published constructor takes a name, whatever it is for. */
function newWithName(lines: readonly string[]): readonly (string | undefined)[] {
  const start = lines.indexOf('  new(): {');
  if (start === -1) return lines;
  const end = lines.indexOf('  },', start);
  return lines.map((line, index) => {
    if (index === start - 1)
      return line.replace('args=[]', "args=[d.arg(name='name', type=d.T.string)]");
    if (index === start) return '  new(name): {';
    return index === end ? '  } + self.metadata.withName(name=name),' : line;
  });
}
