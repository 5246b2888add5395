/** The part of npm's lock file, version 3, that is about packages. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Completed {
  readonly lock: Lock;
  /** Names of the packages that were missing. */
  readonly added: readonly string[];
}

/** Adds the optional packages of other platforms that the lock file does not name, with the platform their names tell. */
export function completeLock(lock: Lock): Completed {
  const missing = Object.values(lock.packages).flatMap((parent) => missingOf(parent, lock));
  const packages = [...Object.entries(lock.packages), ...missing].sort(([one], [other]) =>
    one.localeCompare(other, 'en'),
  );
  return {
    lock: { ...lock, packages: Object.fromEntries(packages) },
    added: missing.map(([path]) => path.replace(folder, '')),
  };
}

const folder = 'node_modules/';

function missingOf(parent: LockedPackage, { packages }: Lock): readonly (readonly [string, LockedPackage])[] {
  return Object.entries(parent.optionalDependencies ?? {})
    .map(([name, range]) => [`${folder}${name}`, entryFor(name, range, parent)] as const)
    .filter(([path]) => packages[path] === undefined);
}

function entryFor(name: string, range: string, { dev }: LockedPackage): LockedPackage {
  const version = range.replace(/^[~^]/u, '');
  return { version, ...platformOf(name), ...(dev === true && { dev }), optional: true };
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** `@rolldown/binding-linux-x64-musl` → Linux on x64 with musl. Napi's names for 32-bit ARM are longer than Node's. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  if (name === 'fsevents') return { os: ['darwin'] };
  const words = name.split(/[-/]/u);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const [libc] = ['musl', 'gnu'].filter((each) => words.some((word) => word.startsWith(each)));
  return {
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(os.includes('linux') && libc && { libc: [libc === 'gnu' ? 'glibc' : 'musl'] }),
  };
}
