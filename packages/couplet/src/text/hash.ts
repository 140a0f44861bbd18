/** A short hash in hexadecimal (FNV-1a, 32 bits): it tells odd names apart, and is no defence. */
export function hash(text: string): string {
  let value = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
