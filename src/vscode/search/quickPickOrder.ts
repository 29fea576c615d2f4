import type * as vscode from 'vscode';

/** What quick picks can do at run time beyond what the types of the oldest supported editor declare. */
interface QuickPickAtRunTime {
  /** Whether rows that match by label are moved up; not declared in any version (seen in 1.74 to 1.139). */
  sortByLabel?: boolean;
  /** Selected part of the value; declared since 1.113. */
  valueSelection?: readonly [number, number];
}

/** A row that the editor shows whatever the user types. */
export interface OrderedItem extends vscode.QuickPickItem {
  readonly alwaysShow: true;
}

/**
 * Makes a quick pick show its rows in the order they are given, all of them. By itself it filters and sorts by label.
 *
 * @param quickPick The quick pick, before it is shown.
 */
export function keepOrder(quickPick: vscode.QuickPick<OrderedItem>): void {
  const atRunTime: vscode.QuickPick<OrderedItem> & QuickPickAtRunTime = quickPick;
  atRunTime.sortByLabel = false;
}

/**
 * Selects the whole value, so that typing replaces it; one that ends with a space is there to be typed on. Where the editor
 * is too old for that, nothing is selected.
 *
 * @param quickPick The quick pick.
 */
export function selectValue(quickPick: vscode.QuickPick<OrderedItem>): void {
  const atRunTime: vscode.QuickPick<OrderedItem> & QuickPickAtRunTime = quickPick;
  const { value } = quickPick;
  atRunTime.valueSelection = [value.endsWith(' ') ? value.length : 0, value.length];
}
