import type { Files } from './output-folder.ts';

/** A custom resource definition of the invented API. */
export function crdText(kind: string, versions: readonly string[] = ['v1']): string {
  const plural = `${kind.toLowerCase()}s`;
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object' } } } };
  return JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.tea.example.com` },
    spec: {
      group: 'tea.example.com',
      names: { kind, plural },
      scope: 'Namespaced',
      versions: versions.map((name) => ({ name, served: true, storage: true, schema })),
    },
  });
}

interface ServiceVersion {
  readonly version?: string;
  /** The kinds that the operator says it owns, each with its version: `Kettle/v1`. */
  readonly owned?: readonly string[];
}

/** The description of a version of the invented operator. */
export function serviceVersionText({ version = '1.2.3', owned = [] }: ServiceVersion = {}): string {
  const entries = owned.map((each) => {
    const [kind = '', of = ''] = each.split('/');
    return { kind, name: `${kind.toLowerCase()}s.tea.example.com`, version: of };
  });
  return JSON.stringify({
    apiVersion: 'operators.coreos.com/v1alpha1',
    kind: 'ClusterServiceVersion',
    metadata: { name: `tea-operator.v${version}` },
    spec: { version, customresourcedefinitions: { owned: entries } },
  });
}

const prefix = 'operators.operatorframework.io.bundle.';

/** The text of `metadata/annotations.yaml` of a bundle, with some annotations changed. */
export function annotationsText(changes: Readonly<Record<string, string>> = {}): string {
  const annotations = {
    'mediatype.v1': 'registry+v1',
    'manifests.v1': 'manifests/',
    'package.v1': 'tea-operator',
    ...changes,
  };
  const lines = Object.entries(annotations).map(([key, value]) => `  ${prefix}${key}: ${value}\n`);
  return `annotations:\n${lines.join('')}`;
}

/** The files of a bundle of the invented operator. */
export function bundleFiles(version = '1.2.3'): Files {
  return {
    'metadata/annotations.yaml': annotationsText(),
    'manifests/tea-operator.clusterserviceversion.yaml': serviceVersionText({
      version,
      owned: ['Kettle/v1'],
    }),
    'manifests/kettles.crd.yaml': crdText('Kettle'),
    'manifests/metrics_service.yaml':
      'apiVersion: v1\nkind: Service\nmetadata: { name: metrics }\n',
    'tests/scorecard/config.yaml': 'kind: Configuration\n',
  };
}

/** The description of a chart. */
export function chartText(name: string, version = '0.3.0'): string {
  return `apiVersion: v2\nname: ${name}\nversion: ${version}\n`;
}

const template = `{{- if .Values.enabled }}
apiVersion: apps/v1
kind: {{ .Values.kind | default "Deployment" }}
{{- end }}
`;

/** The files of a chart of the invented operator. */
export function chartFiles(): Files {
  return {
    'Chart.yaml': chartText('tea-chart'),
    'values.yaml': 'enabled: true\n',
    'values.schema.json': '{"type": "object"}',
    'templates/deployment.yaml': template,
    'crds/kettles.yaml': crdText('Kettle'),
  };
}
