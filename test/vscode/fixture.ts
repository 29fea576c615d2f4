import * as vscode from 'vscode';
import { Slices } from '../../src/core/slices.js';

/** A note with two concepts, one below the other. */
export const queueNote = `---
categories: [Data structures]
---
# 큐(Queue)

First in, **first out**.

## 장점
- 공정하다
- 단순하다

## 단점
- 임의 접근이 느리다

## Deque

Both ends.
`;

/** Slices as a window has them. */
export function newSlices(): Slices {
  return new Slices(
    () => new Promise((resolve) => setTimeout(resolve)),
    () => performance.now(),
  );
}

/** The workspace folder that the suite runs in. */
export function workspaceFolder(): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('The suite needs a workspace folder');
  }
  return folder;
}

/** A file of the workspace. */
export function inWorkspace(...path: string[]): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder().uri, ...path);
}

/** Writes a text file, with the folders above it. */
export async function write(uri: vscode.Uri, text: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, typeof text === 'string' ? new TextEncoder().encode(text) : text);
}

/** Deletes a file or a folder, if it is there. */
export async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { recursive: true });
  } catch {
    // It was not there.
  }
}

/** Sets a setting of the workspace; undefined takes it back. */
export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('yojeom').update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Waits until something is so, and fails with what it last was. */
export async function until<T>(what: () => T | Promise<T>, isSo: (value: T) => boolean, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await what();
    if (isSo(value)) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`Waited in vain; it last was ${JSON.stringify(value)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The installed extension. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('yojeom.yojeom');
  if (!found) {
    throw new Error('The extension is not installed');
  }
  return found;
}

/** Titles of all open tabs, group by group. */
export function tabTitles(): string[][] {
  return vscode.window.tabGroups.all.map((group) => group.tabs.map((tab) => tab.label));
}
