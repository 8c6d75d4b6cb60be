import { engineModule } from './engine-module.ts';
import { WasmEngine } from './engine.ts';

// Every engine is an instance of its own.
export async function loadEngine(): Promise<WasmEngine> {
  return WasmEngine.create(await engineModule());
}
