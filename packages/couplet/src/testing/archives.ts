import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** A file in an archive, and what somebody who means no good says of it. */
export interface PackedFile {
  readonly path: string;
  readonly content?: string | Uint8Array;
  /** The type of a tar entry, `0` for a file. */
  readonly type?: string;
  /** The target of a link. */
  readonly target?: string;
  /** The size that the archive tells, where it is not that of the content. */
  readonly size?: number;
  /** The method of a zip entry, 8 for deflate. */
  readonly method?: number;
  /** The flags of a zip entry, 1 for an encrypted one. */
  readonly flags?: number;
  /** The mode of a file on Unix, with its type. */
  readonly mode?: number;
  /** A number that is added to the checksum. */
  readonly checksumOff?: number;
}

/** The texts of files as the files of an archive, in a folder if one is given. */
export function packedFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  folder = '',
): readonly PackedFile[] {
  return Object.entries(files).map(([path, content]) => ({ path: `${folder}${path}`, content }));
}

/** A tar archive in the form of POSIX. */
export function tarOf(files: readonly PackedFile[]): Buffer {
  const blocks = files.flatMap((file) => {
    const content = Buffer.from(file.content ?? '');
    return [headerOf(file, content.length), content, Buffer.alloc(-content.length & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** The same, packed with gzip. */
export function tgzOf(files: readonly PackedFile[]): Buffer {
  return gzipSync(tarOf(files));
}

function headerOf(file: PackedFile, length: number): Buffer {
  const { path, type = '0', target = '', size = length, mode = 0o644, checksumOff = 0 } = file;
  const header = Buffer.alloc(512);
  header.write(path, 0, 100);
  header.write(`${octal(mode, 7)}\0`, 100);
  header.write(`${octal(size, 11)}\0`, 124);
  header.write(`${octal(0, 11)}\0`, 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(target, 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, checksumOff);
  header.write(`${octal(sum, 6)}\0 `, 148);
  return header;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** A zip archive. */
export function zipOf(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { method = 8, content = '' } = file;
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const about = aboutZipped(file, packed.length);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      about,
      Buffer.from(file.path),
    ]);
    parts.push(local, packed);
    list.push(listed(file, about, offset));
    offset += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  // Only the 64-bit form can tell of more.
  const count = Math.min(files.length, 0xff_ff);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    list.reduce((total, { length }) => total + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...list, end]);
}

/** The facts that a zip archive has of a file in two places alike, from the version that is needed to the length of the name. */
function aboutZipped(file: PackedFile, packedLength: number): Buffer {
  const { method = 8, flags = 0, content = '', checksumOff = 0, path } = file;
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(flags, 2);
  about.writeUInt16LE(method, 4);
  about.writeUInt32LE((crc32(content) + checksumOff) % 2 ** 32, 10);
  about.writeUInt32LE(packedLength, 14);
  about.writeUInt32LE(file.size ?? Buffer.byteLength(content), 18);
  about.writeUInt16LE(Buffer.byteLength(path), 22);
  return about;
}

function listed({ path, mode = 0o100_644 }: PackedFile, about: Buffer, offset: number): Buffer {
  const before = Buffer.from('PK\x01\x02\x14\x03', 'latin1');
  const after = Buffer.alloc(14);
  after.writeUInt32LE(mode * 0x1_00_00, 6);
  after.writeUInt32LE(offset, 10);
  return Buffer.concat([before, about, after, Buffer.from(path)]);
}
