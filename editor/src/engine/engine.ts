import type { CallName, EngineCalls } from './calls.ts';

// The engine said no: nothing was changed. `path` is a JSON Pointer or names the fault's place.
export class EngineRefusal extends Error {
  readonly code: string;
  readonly path: string;

  constructor(code: string, message: string, path: string) {
    super(message);
    this.name = 'EngineRefusal';
    this.code = code;
    this.path = path;
  }
}

// The module trapped: this instance can't be used again, and its memory is lost.
export class EngineTrap extends Error {
  constructor(cause: unknown) {
    super('The engine stopped unexpectedly.', { cause });
    this.name = 'EngineTrap';
  }
}

// What the session needs of an engine; tests put their own behind it.
export interface Engine {
  call<Name extends CallName>(name: Name, request: EngineCalls[Name]['request']): EngineCalls[Name]['answer'];
}

interface EngineExports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  pagewright_allocate(size: number): number;
  pagewright_free(pointer: number, size: number): void;
  pagewright_call(pointer: number, size: number): number;
}

interface Refused {
  ok: false;
  error?: { code: string; message: string; path?: string };
  diagnostics?: { message: string; line: number; column: number }[];
}

type Answer = ({ ok: true } & Record<string, unknown>) | Refused;

const badDescriptor = 8; // WASI's errno badf

// libc links these three for standard output; the engine never writes there. Anything else it might ask for is a fault of the build.
function wasiImports(module: WebAssembly.Module): WebAssembly.Imports {
  const known: Record<string, () => number> = {
    fd_close: () => badDescriptor,
    fd_seek: () => badDescriptor,
    fd_write: () => badDescriptor,
  };
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] =
      known[name] ??
      (() => {
        throw new Error(`The engine called ${from}.${name}, which the editor does not provide.`);
      });
  }
  return imports;
}

export class WasmEngine implements Engine {
  private readonly exports: EngineExports;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private isUsable = true;

  static async create(module: WebAssembly.Module): Promise<WasmEngine> {
    const instance = await WebAssembly.instantiate(module, wasiImports(module));
    return new WasmEngine(instance.exports as unknown as EngineExports);
  }

  private constructor(exports: EngineExports) {
    this.exports = exports;
    exports._initialize();
  }

  // Throws EngineRefusal where the engine says no, EngineTrap where the instance is lost.
  call<Name extends CallName>(name: Name, request: EngineCalls[Name]['request']): EngineCalls[Name]['answer'] {
    if (!this.isUsable) throw new EngineTrap('called after a trap');
    const answer = JSON.parse(this.exchange(JSON.stringify({ call: name, ...request }))) as Answer;
    if (answer.ok) return answer as unknown as EngineCalls[Name]['answer'];
    throw refusalOf(answer);
  }

  private exchange(request: string): string {
    const { exports } = this;
    try {
      const bytes = this.encoder.encode(request);
      const pointer = exports.pagewright_allocate(bytes.length);
      // Views are made anew after every call: growing the memory detaches the old ones.
      new Uint8Array(exports.memory.buffer, pointer, bytes.length).set(bytes);
      const answer = exports.pagewright_call(pointer, bytes.length);
      const length = new DataView(exports.memory.buffer).getUint32(answer, true);
      const text = this.decoder.decode(new Uint8Array(exports.memory.buffer, answer + 4, length));
      exports.pagewright_free(pointer, bytes.length);
      return text;
    } catch (cause) {
      this.isUsable = false;
      throw new EngineTrap(cause);
    }
  }
}

function refusalOf(answer: Refused): EngineRefusal {
  if (answer.error) return new EngineRefusal(answer.error.code, answer.error.message, answer.error.path ?? '');
  const [first] = answer.diagnostics ?? [];
  if (!first) return new EngineRefusal('unknown', 'The engine refused without saying why.', '');
  return new EngineRefusal('diagnostics', first.message, `line ${String(first.line)}, column ${String(first.column)}`);
}
