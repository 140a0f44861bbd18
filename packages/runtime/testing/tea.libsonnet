// The functions of tea-v1.js as a generated Jsonnet library has them, but written once for all places they stand in:
// `wrap` puts a patch below the fields that lead to it.
local arrayOf(x) = if std.isArray(v=x) then x else [x];

local objectMeta(wrap) = {
  withAnnotations(annotations): wrap({ annotations: annotations }),
  withAnnotationsMixin(annotations): wrap({ annotations+: annotations }),
  withFinalizers(finalizers): wrap({ finalizers: arrayOf(finalizers) }),
  withFinalizersMixin(finalizers): wrap({ finalizers+: arrayOf(finalizers) }),
  withLabels(labels): wrap({ labels: labels }),
  withLabelsMixin(labels): wrap({ labels+: labels }),
  withName(name): wrap({ name: name }),
  withNamespace(namespace): wrap({ namespace: namespace }),
};

local leaf(wrap) = {
  withApiVersion(apiVersion): wrap({ apiVersion: apiVersion }),
  withKind(kind): wrap({ kind: kind }),
  origin: { withCountry(country): wrap({ origin+: { country: country } }) },
  withWeight(weight): wrap({ weight: weight }),
};

local itself(patch) = patch;

local addition = {
  leaf: leaf(function(x) { leaf+: x }),
  withName(name): { name: name },
  withTags(tags): { tags: arrayOf(tags) },
  withTagsMixin(tags): { tags+: arrayOf(tags) },
};

local spec(wrap) = {
  additions: addition,
  withAdditions(additions): wrap({ additions: arrayOf(additions) }),
  withAdditionsMixin(additions): wrap({ additions+: arrayOf(additions) }),
  blend: leaf(function(x) wrap({ blend+: x })),
  withCidr(cidr): wrap({ CIDR: cidr }),
  constructor: leaf(function(x) wrap({ constructor+: x })),
  'with$Ref'(ref): wrap({ '$ref': ref }),
  'withA > B: C*'(value): wrap({ 'a > b: c*': value }),
  'withA > B: C*Mixin'(value): wrap({ 'a > b: c*'+: value }),
  withDefault(default): wrap({ default: default }),
  withImport(Import): wrap({ 'import': Import }),
  withKettles(kettles): wrap({ kettles: arrayOf(kettles) }),
  withKettlesMixin(kettles): wrap({ kettles+: arrayOf(kettles) }),
  leaf: leaf(function(x) wrap({ leaf+: x })),
  withLid(lid): wrap({ lid: lid }),
  withNotes(notes): wrap({ notes: notes }),
  withNotesMixin(notes): wrap({ notes+: notes }),
  __proto__: leaf(function(x) wrap({ __proto__+: x })),
  withServings(servings): wrap({ servings: servings }),
  'x-steep': leaf(function(x) wrap({ 'x-steep'+: x })),
};

{
  teapot: {
    new(name):
      { apiVersion: 'tea.example.com/v1', kind: 'Teapot' } + self.metadata.withName(name=name),
    metadata: objectMeta(function(x) { metadata+: x }),
    spec: spec(function(x) { spec+: x }),
  },
  leaf: leaf(itself),
  shelf: {
    new(name):
      { apiVersion: 'tea.example.com/v1', kind: 'ShelfBoard' } + self.metadata.withName(name=name)
      + self.metadata.withAnnotations(annotations={ 'tanka.dev/namespaced': 'false' }),
    metadata: objectMeta(function(x) { metadata+: x }),
  },
  tasting: {
    new(): { apiVersion: 'tea.example.com/v1', kind: 'Tasting' },
    withVerdict(verdict): { verdict: verdict },
  },
}
