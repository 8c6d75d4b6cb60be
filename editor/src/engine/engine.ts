import type { CallName, EngineCalls, TreeChange } from './calls.ts';
import { openedTree } from './opened-tree.ts';

// A fault in what people write; line and column from 1, or 0 where it has no place.
export interface EngineDiagnostic {
  message: string;
  line: number;
  column: number;
}

// The engine said no: nothing was changed. `path` is a JSON Pointer or names the fault's place. Of components that can't be compiled,
// `diagnostics` are all faults.
export class EngineRefusal extends Error {
  readonly code: string;
  readonly path: string;
  readonly diagnostics: readonly EngineDiagnostic[];

  constructor(code: string, message: string, path: string, diagnostics: readonly EngineDiagnostic[] = []) {
    super(message);
    this.name = 'EngineRefusal';
    this.code = code;
    this.path = path;
    this.diagnostics = diagnostics;
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
  pagewright_markup(): number;
}

interface Refused {
  ok: false;
  error?: { code: string; message: string; path?: string };
  diagnostics?: EngineDiagnostic[];
}

type Answered = { ok: true } & Record<string, unknown>;
type Answer = Answered | Refused;

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
    if (name === 'open') return this.open(request as EngineCalls['open']['request']) as EngineCalls[Name]['answer'];
    return this.exchange({ call: name, ...request }) as unknown as EngineCalls[Name]['answer'];
  }

  // A large page opens in half the time when neither its markup nor the nodes, which the caller has, pass through JSON.
  private open(request: EngineCalls['open']['request']): EngineCalls['open']['answer'] {
    const { tree } = this.exchange({ call: 'open', ...request, compact: true }) as unknown as { tree: TreeChange };
    const html = this.guarded(() => this.textAt(this.exports.pagewright_markup()));
    return { html, tree: openedTree(request.document, tree) };
  }

  private exchange(request: object): Answered {
    const text = JSON.stringify(request);
    const answer = JSON.parse(this.guarded(() => this.send(text))) as Answer;
    if (answer.ok) return answer;
    throw refusalOf(answer);
  }

  private guarded<Result>(work: () => Result): Result {
    if (!this.isUsable) throw new EngineTrap('called after a trap');
    try {
      return work();
    } catch (cause) {
      this.isUsable = false;
      throw new EngineTrap(cause);
    }
  }

  private send(request: string): string {
    const { exports } = this;
    const bytes = this.encoder.encode(request);
    const pointer = exports.pagewright_allocate(bytes.length);
    // Views are made anew after every call: growing the memory detaches the old ones.
    new Uint8Array(exports.memory.buffer, pointer, bytes.length).set(bytes);
    const text = this.textAt(exports.pagewright_call(pointer, bytes.length));
    exports.pagewright_free(pointer, bytes.length);
    return text;
  }

  // A text of the engine: its length in 4 bytes, then UTF-8.
  private textAt(address: number): string {
    const { buffer } = this.exports.memory;
    const length = new DataView(buffer).getUint32(address, true);
    return this.decoder.decode(new Uint8Array(buffer, address + 4, length));
  }
}

function refusalOf(answer: Refused): EngineRefusal {
  if (answer.error) return new EngineRefusal(answer.error.code, answer.error.message, answer.error.path ?? '');
  const [first] = answer.diagnostics ?? [];
  if (!first) return new EngineRefusal('unknown', 'The engine refused without saying why.', '');
  return new EngineRefusal('diagnostics', first.message, `line ${String(first.line)}, column ${String(first.column)}`, answer.diagnostics);
}
