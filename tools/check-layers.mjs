// The arrows of inclusion: what each room of the house may know. ARCHITECTURE.md draws them, this file enforces them.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { numberedLines, reportFaults, sourceFiles } from './source-files.mjs';

const faults = [];

function isForTests(path) {
  return path.endsWith('_test.cpp') || path.includes('/checking/');
}

/** {target, number, isType} of every include or import of a file; isType where only types are imported, which costs nothing at run time. */
function referencesOf(path) {
  const pattern = /\.(cpp|hpp)$/.test(path)
    ? /^\s*#\s*include\s*["<]([^">]+)[">]/
    : /(?:^\s*(?:import|export)\b.*?\bfrom\s*|^\s*\}\s*from\s*|^\s*import\s*|\bimport\()['"]([^'"]+)['"]/;
  return numberedLines(path).flatMap(({ text, number }) => {
    const found = pattern.exec(text);
    return found ? [{ target: found[1], number, isType: /^\s*(import|export) type\b/.test(text) }] : [];
  });
}

// Engine: a module includes only those that engine/CMakeLists.txt says it depends on, and nothing that would make it see the
// clock, chance, files, threads or the network.
const impure = new Set(
  'chrono condition_variable ctime format fstream future iostream locale mutex random regex shared_mutex stop_token thread time.h'.split(
    ' ',
  ),
);
const impureFolders = /^(boost\/(asio|beast|thread)|sys|netinet|sqlite3|libpq|curl|openssl)(\/|\.h|$)/;

/** Module → the modules that it may include, itself among them, as the room's CMake files declare them. */
function declaredModules(files, declaration) {
  const declared = new Map();
  for (const file of files) {
    for (const [, name, rest] of readFileSync(file, 'utf8').matchAll(declaration)) {
      declared.set(name, /DEPENDS ([\w\s]+?)(?:LIBRARIES|$)/.exec(rest)?.[1].trim().split(/\s+/) ?? []);
    }
  }
  const closureOf = (name, above) => {
    if (above.includes(name)) {
      faults.push(`${files.join(', ')}: ${[...above, name].join(' → ')} is a circle`);
      return [];
    }
    return [name, ...(declared.get(name) ?? []).flatMap((depended) => closureOf(depended, [...above, name]))];
  };
  return new Map([...declared.keys()].map((name) => [name, new Set(closureOf(name, []))]));
}

/** The faults of one module's includes within its room. */
function checkIncludes(room, module, allowed, path, references) {
  for (const { target, number } of references) {
    const [tree, other, file] = target.split('/');
    if (tree === room && file && !allowed.has(other)) {
      faults.push(`${path}:${number}: ${module} may not include ${room}/${other}: it does not depend on it`);
    }
  }
}

function checkEngine() {
  const modules = declaredModules(['engine/CMakeLists.txt'], /engine_module\((\w+)([^)]*)\)/g);
  for (const path of sourceFiles('engine/*.cpp', 'engine/*.hpp')) {
    const module = path.split('/')[1];
    if (module === 'precompiled') continue; // what others include anyway
    const allowed = modules.get(module);
    if (!allowed) {
      faults.push(`${path}: the module ${module} is not declared in engine/CMakeLists.txt`);
      continue;
    }
    const references = referencesOf(path);
    checkIncludes('engine', module, allowed, path, references);
    for (const { target, number } of references) {
      const [tree] = target.split('/');
      if (['server', 'editor', 'bench', 'fuzz'].includes(tree)) faults.push(`${path}:${number}: the engine knows nothing of ${tree}/`);
      if (!isForTests(path) && (impure.has(target) || impureFolders.test(target))) {
        faults.push(`${path}:${number}: <${target}> has no place in the engine: no clock, chance, files, threads or sockets`);
      }
    }
  }
}

// Server: a module includes only those that it depends on. A feature that has a service is used through it: its SQL and its routes
// are its own. cli, seed, scenarios and the files beside the folders put the whole together and know all.
const composition = new Set(['cli', 'scenarios', 'seed']);

function checkServer() {
  const files = ['server/CMakeLists.txt', 'server/features.cmake'].filter((file) => existsSync(file));
  const modules = declaredModules(files, /(?:server_module\(|pagewright_module\(server )(\w+)([^)]*)\)/g);
  const paths = sourceFiles('server/*.cpp', 'server/*.hpp');
  const withService = new Set(paths.filter((path) => path.endsWith('_service.hpp')).map((path) => path.split('/')[1]));
  for (const path of paths) {
    const parts = path.split('/');
    const module = parts.length > 2 ? parts[1] : null;
    if (module === null || composition.has(module) || isForTests(path)) continue;
    const references = referencesOf(path);
    // A folder inside a module is a program of its own.
    if (modules.has(module) && parts.length === 3) checkIncludes('server', module, modules.get(module), path, references);
    for (const { target, number } of references) {
      const [tree, other, file] = target.split('/');
      if (tree === 'server' && other !== module && withService.has(other) && /_(store|routes)\.hpp$/.test(file ?? '')) {
        faults.push(`${path}:${number}: ${module} uses ${other} through its service, not through ${file}`);
      }
    }
  }
}

// Editor: which rooms under editor/src a room may import, besides itself. A feature is a folder under features/; app puts them
// together.
const editorRooms = {
  ui: [],
  engine: [],
  tokens: ['engine'],
  api: ['engine'],
  session: ['engine', 'tokens', 'api', 'canvas'],
  canvas: ['engine', 'session', 'ui'],
  code: ['ui'],
  'api-docs': ['api', 'ui'],
};

function editorRoom(path) {
  const parts = path.replace(/^editor\/(src\/)?/, '').split('/');
  if (parts.length === 1) return null;
  return parts[0] === 'features' && parts.length > 2 ? `features/${parts[1]}` : parts[0];
}

function isReact(target) {
  return /^react(-dom)?(\/|$)/.test(target);
}

function resolveImport(path, target) {
  if (target.startsWith('.')) return normalize(join(dirname(path), target));
  if (target.startsWith('@/')) return `editor/src/${target.slice(2)}`;
  return null;
}

function checkEditorRooms() {
  for (const path of sourceFiles('editor/src/*.ts', 'editor/src/*.tsx')) {
    const room = editorRoom(path);
    if (room === null || room === 'frame' || /\.test\.tsx?$/.test(path)) continue;
    for (const { target, number } of referencesOf(path)) {
      const resolved = resolveImport(path, target);
      if (resolved === null && room === 'engine' && isReact(target)) faults.push(`${path}:${number}: engine has no React`);
      const other = resolved?.startsWith('editor/src/') ? editorRoom(resolved) : null;
      if (other === null || other === room) continue;
      if (room.startsWith('features/') && other.startsWith('features/')) {
        faults.push(`${path}:${number}: features never import each other (${room} → ${other}); they meet in session`);
      } else if (room in editorRooms && !editorRooms[room].includes(other)) {
        faults.push(`${path}:${number}: ${room} may not import ${other}`);
      }
    }
  }
}

// The frame runs inside the canvas and must stay small: whatever its modules reach at run time has no React in it.
function checkFrame() {
  const waiting = sourceFiles('editor/src/frame/*.ts').filter((path) => !path.endsWith('.test.ts'));
  const reached = new Set(waiting);
  for (const path of waiting) {
    for (const { target, number, isType } of referencesOf(path)) {
      const resolved = resolveImport(path, target);
      if (resolved === null && isReact(target)) faults.push(`${path}:${number}: the canvas frame reaches this file, so it may not import ${target}`);
      if (isType || resolved === null || reached.has(resolved) || !/\.tsx?$/.test(resolved)) continue;
      reached.add(resolved);
      waiting.push(resolved);
    }
  }
}

checkEngine();
checkServer();
checkEditorRooms();
checkFrame();
reportFaults(faults);
