export interface UploadedFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

/** `multipart/form-data` (RFC 7578), as lenient about header names and quotes as Telegram's server, for its clients differ. */
export function parseMultipart(body: Buffer, contentType: string): Form | null {
  const boundary = /boundary="?([^";]+)"?/iu.exec(contentType)?.[1];
  if (!boundary) return null;
  const fields: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  for (const part of split(body, `--${boundary}`)) {
    const read = readPart(part);
    if (!read) return null;
    if (read.filename === null) fields[read.name] = read.content.toString('utf8');
    else files[read.name] = { filename: read.filename, bytes: read.content };
  }
  return { fields, files };
}

function split(body: Buffer, delimiter: string): readonly Buffer[] {
  const parts: Buffer[] = [];
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const start = from + delimiter.length;
    const next = body.indexOf(`\r\n${delimiter}`, start);
    if (next < 0) return parts;
    parts.push(body.subarray(start + 2, next));
    from = next + 2;
  }
  return parts;
}

function readPart(part: Buffer): { name: string; filename: string | null; content: Buffer } | null {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const disposition = /^content-disposition:\s*form-data;(.*)$/imu.exec(part.subarray(0, end).toString('utf8'))?.[1];
  const name = disposition && parameter(disposition, 'name');
  if (!disposition || !name) return null;
  return { name, filename: parameter(disposition, 'filename'), content: part.subarray(end + 4) };
}

function parameter(disposition: string, name: string): string | null {
  const match = new RegExp(`(?:^|[;\\s])${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'iu').exec(disposition);
  return match ? (match[1] ?? match[2] ?? '') : null;
}
