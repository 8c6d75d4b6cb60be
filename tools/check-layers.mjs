// The arrows of inclusion: what each room of the house may know. ARCHITECTURE.md draws them, this file enforces them.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { numberedLines, reportFaults, sourceFiles } from './source-files.mjs';

const faults = [];

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

function engineModules() {
  const modules = new Map();
  const text = readFileSync('engine/CMakeLists.txt', 'utf8');
  for (const [, name, rest] of text.matchAll(/pagewright_module\(engine (\w+)([^)]*)\)/g)) {
    const depends = /DEPENDS ([\w\s]+?)(?:LIBRARIES|$)/.exec(rest)?.[1].trim().split(/\s+/) ?? [];
    const closure = new Set([name]);
    for (const depended of depends) {
      if (!modules.has(depended)) faults.push(`engine/CMakeLists.txt: ${name} depends on ${depended}, which is not declared above it`);
      for (const reached of modules.get(depended) ?? []) closure.add(reached);
    }
    modules.set(name, closure);
  }
  return modules;
}

function checkEngine() {
  const modules = engineModules();
  for (const path of sourceFiles('engine/*.cpp', 'engine/*.hpp')) {
    const module = path.split('/')[1];
    const isTest = path.endsWith('_test.cpp');
    const allowed = module === 'wasm' ? new Set(['wasm', ...modules.keys()]) : modules.get(module);
    if (!allowed) {
      faults.push(`${path}: the module ${module} is not declared in engine/CMakeLists.txt`);
      continue;
    }
    for (const { target, number } of referencesOf(path)) {
      const [room, other] = target.split('/');
      if (room === 'engine' && !allowed.has(other)) faults.push(`${path}:${number}: ${module} may not include engine/${other}`);
      if (['server', 'editor', 'bench', 'fuzz'].includes(room)) faults.push(`${path}:${number}: the engine knows nothing of ${room}/`);
      if (!isTest && (impure.has(target) || impureFolders.test(target))) {
        faults.push(`${path}:${number}: <${target}> has no place in the engine: no clock, chance, files, threads or sockets`);
      }
    }
  }
}

// Server: a feature meets another only at its service. The other rooms are the foundation and know no feature; cli and the files
// beside the folders put the whole together and know all.
const features = new Set(
  'organisations users pages versions components templates tokens assets environments releases collaboration audit graphql sites'.split(' '),
);

function checkServer() {
  for (const path of sourceFiles('server/*.cpp', 'server/*.hpp')) {
    const parts = path.split('/');
    const room = parts.length > 2 ? parts[1] : null;
    if (room === null || room === 'cli') continue;
    for (const { target, number } of referencesOf(path)) {
      const [tree, other, file] = target.split('/');
      if (tree !== 'server' || !file || other === room || !features.has(other)) continue;
      if (!features.has(room)) faults.push(`${path}:${number}: ${room} is foundation and may not include ${other}`);
      else if (!file.endsWith('_service.hpp')) {
        faults.push(`${path}:${number}: ${room} may include ${other} only through its _service.hpp, not ${file}`);
      }
    }
  }
}

// Editor: which rooms under editor/src a room may import, besides itself. A feature is a folder under features/; app puts them
// together. Types cost nothing at run time, but only the frame may take them from anywhere: it is a bundle of its own.
const editorRooms = {
  ui: [],
  engine: [],
  api: ['engine'],
  session: ['engine', 'api', 'canvas'],
  canvas: ['engine', 'session', 'ui'],
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
