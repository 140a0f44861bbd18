import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { readDocuments } from '../support/documents.ts';
import { compilers, Workspace } from './workspace.ts';

const imports = `import { compose, type Patch } from '@couplet/runtime';
import { imageStream } from '@couplet/openshift/4.5/image/v1';
import { type Route, route, routeTargetReference, type RouteTargetReference } from '@couplet/openshift/4.5/route/v1';
// Whatever is imported has to be used, or that is a mistake, too.
export type Uses = Patch<Route> | RouteTargetReference;
export const uses = [compose, imageStream, route, routeTargetReference];
`;

/** Programs with one mistake each, at the mark, and what the compiler says there. */
const mistakes: readonly { what: string; program: string; message: string }[] = [
  {
    what: 'a function that is not there',
    program: "route.spec.⚑withHosts('web');",
    message:
      "Property 'withHosts' does not exist on type 'RouteSpecFields<Route>'. Did you mean 'withHost'?",
  },
  {
    what: 'a namespace that is not there',
    program: "route.⚑specs.withHost('web');",
    message: "Property 'specs' does not exist on type 'RouteKind'. Did you mean 'spec'?",
  },
  {
    what: 'an argument of the wrong type',
    program: 'route.spec.withHost(⚑5);',
    message: "Argument of type 'number' is not assignable to parameter of type 'string'.",
  },
  {
    what: 'a property that is not there, in an item of a list',
    program: "route.spec.withAlternateBackends({ kind: 'Service', ⚑nam: 'web', weight: 1 });",
    message:
      "Object literal may only specify known properties, and 'nam' does not exist in type 'OneOrMany<RouteTargetReference>'.",
  },
  {
    what: 'a property that is missing',
    program: "export const to: RouteTargetReference = { kind: 'Service', name: 'web' };".replace(
      'to:',
      '⚑to:',
    ),
    message: "Property 'weight' is missing in type '{ kind: string; name: string; }'",
  },
  {
    what: 'a kind without a name',
    program: 'route.⚑new();',
    message: 'Expected 1 arguments, but got 0.',
  },
  {
    what: 'a patch of another kind',
    program: "compose(route.new('web'), ⚑imageStream.metadata.withName('web'));",
    message:
      "Argument of type 'Patch<ImageStream>' is not assignable to parameter of type 'Part<Route>'.",
  },
  {
    what: 'another kind',
    program: "compose(route.new('web'), ⚑imageStream.new('web'));",
    message: "Argument of type 'ImageStream' is not assignable to parameter of type 'Part<Route>'.",
  },
  {
    what: 'a manifest of another kind, written by hand',
    program:
      "export const web: Route = { apiVersion: 'route.openshift.io/v1', ⚑kind: 'Router', spec: { to: { kind: 'Service', name: 'web', weight: 1 }, host: 'web', alternateBackends: [] } };",
    message: `Type '"Router"' is not assignable to type '"Route"'.`,
  },
  {
    what: 'patches that are no whole manifest',
    program:
      "export const ⚑web: Route = compose(route.spec.withHost('web'), route.metadata.withName('web'));",
    message:
      "Type 'Patch<Route>' is missing the following properties from type 'Route': apiVersion, kind, spec",
  },
  {
    what: 'a patch of one item where another is wanted',
    program: "route.spec.withAlternateBackends(⚑route.spec.withHost('web'));",
    message:
      "Argument of type 'Patch<Route>' is not assignable to parameter of type 'OneOrMany<RouteTargetReference>'.",
  },
  {
    what: 'undefined where a field is to be left out',
    program:
      "export const web: RouteTargetReference = { kind: 'Service', name: 'web', ⚑weight: undefined };",
    message: "Type 'undefined' is not assignable to type 'number'.",
  },
];

const right = `
export const web: Route = compose(
  route.new('web'),
  route.metadata.withLabels({ app: 'web' }),
  route.spec.withHost('web.apps.example.com'),
  route.spec.port.withTargetPort(8080),
  route.spec.port.withTargetPort('http'),
  route.spec.to.withName('web'),
  route.spec.withAlternateBackendsMixin({ kind: 'Service', name: 'canary', weight: 10 }),
  route.spec.withAlternateBackendsMixin(routeTargetReference.withName('b')),
  route.spec.withAlternateBackendsMixin([routeTargetReference.withName('c'), { kind: 'Service', name: 'd', weight: 1 }]),
);
export const patch: Patch<Route> = compose(route.spec.withHost('web'), route.spec.withPath('/'));
export const both: Route = compose(web, patch);
export const stream = compose(imageStream.new('web'), imageStream.spec.withTags([]));
`;

describe.each(compilers)('$name', ({ path: compiler }) => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = new Workspace();
    workspace.addLibrary('4.5', await readDocuments([], new Diagnostics()));
  });

  afterAll(() => workspace.remove());

  it('takes a program without a mistake', () => {
    workspace.write('right.ts', imports + right);
    expect(workspace.compile(compiler, ['right.ts'])).toBe('');
  });

  it('finds every mistake where it is, and says what it is', () => {
    for (const [index, { program }] of mistakes.entries()) {
      workspace.write(`mistakes/${index}.ts`, imports + program.replace('⚑', ''));
    }
    const reports = workspace.compile(compiler, ['mistakes']).split(/\n(?! )/);
    const found = mistakes.map(({ what }, index) => {
      const own = reports.filter((report) => report.startsWith(`mistakes/${index}.ts`));
      return { what, reports: own.map((report) => report.split(/: error TS[0-9]+: /)) };
    });
    const line = imports.split('\n').length;
    const expected = mistakes.map(({ what, program, message }, index) => {
      const place = `mistakes/${index}.ts(${line},${program.indexOf('⚑') + 1})`;
      return { what, reports: [[place, expect.stringContaining(message)]] };
    });
    expect(found).toEqual(expected);
  });
});
