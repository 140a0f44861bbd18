/**
 * The names of section 1 and 2 of the library's format, read off that page a second time and written in other words
 * than the model does, so that a mistake in the one shows against the other.
 */

type CharacterClass = 'lower' | 'upper' | 'digit' | 'other';

function classOf(character: string): CharacterClass {
  if (/\p{Ll}/u.test(character)) return 'lower';
  if (/\p{Lu}/u.test(character)) return 'upper';
  return /\p{Nd}/u.test(character) ? 'digit' : 'other';
}

/** The camel words of a name: `OAuthClient` gives `O`, `Auth`, `Client`. */
function camelWords(name: string): readonly string[] {
  const words: string[] = [];
  let last: CharacterClass | undefined;
  for (const character of name) {
    const kind = classOf(character);
    const word = words.at(-1);
    if (kind === last && word !== undefined) {
      words[words.length - 1] = word + character;
    } else if (kind === 'lower' && last === 'upper' && word !== undefined) {
      // The last capital of a run belongs to the lower-case run behind it.
      const capital = word.slice(-1);
      words.splice(-1, 1, ...(word === capital ? [] : [word.slice(0, -1)]), capital + character);
    } else {
      words.push(character);
    }
    last = kind;
  }
  return words;
}

/** A kind's or property's key: its name with the first camel word in lower case. */
export function keyOf(name: string): string {
  const [first = '', ...rest] = camelWords(name);
  return first.toLowerCase() + rest.join('');
}

/** What stands behind `with`: the key with the first letter of every word as a capital. */
export function suffixOf(key: string): string {
  let suffix = '';
  let startsWord = true;
  for (const character of key.replace(/^-/, '').replaceAll('.', '_')) {
    suffix += startsWord && classOf(character) === 'lower' ? character.toUpperCase() : character;
    startsWord = classOf(character) === 'other' && character !== '_';
  }
  return suffix;
}

const keywords: readonly string[] = (
  'assert else error false for function if import importstr importbin in local null super self ' +
  'tailstrict then true'
).split(' ');

/** What a function's argument is called: always a Jsonnet identifier. */
export function argumentOf(key: string): string {
  if (key === 'error') return 'err';
  if (keywords.includes(key)) return key.slice(0, 1).toUpperCase() + key.slice(1);
  return key.replaceAll(/\W/g, '_');
}
