// Puts a tar archive (ustar, files only) into Python's file system without copying its bytes.
const BLOCK = 512;
const decoder = new TextDecoder();

const field = (header, start, length) =>
  decoder.decode(header.subarray(start, start + length)).replace(/\0.*/s, "");

/** Write each file of the archive below a folder. */
export function unpack(FS, archive, folder) {
  const made = new Set();
  for (let at = 0; archive[at]; ) {
    const header = archive.subarray(at, at + BLOCK);
    const prefix = field(header, 345, 155);
    const path = `${folder}/${prefix ? `${prefix}/` : ""}${field(header, 0, 100)}`;
    const size = parseInt(field(header, 124, 12), 8);
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) {
      FS.mkdirTree(parent);
      made.add(parent);
    }
    at += BLOCK;
    FS.writeFile(path, archive.subarray(at, at + size), { canOwn: true });
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}
