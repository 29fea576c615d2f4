/** The part of VS Code's webview API that the page uses. */
export interface VsCodeApi {
  /**
   * Sends a message to the extension.
   *
   * @param message Plain data.
   */
  postMessage(message: unknown): void;
  /** What {@link setState} stored last, also before a reload of the window; not to be trusted. */
  getState(): unknown;
  /**
   * Stores state that survives a reload of the window.
   *
   * @param state Plain data.
   */
  setState(state: unknown): void;
}

declare global {
  /** Given by VS Code to every webview; can be called once. */
  function acquireVsCodeApi(): VsCodeApi;
}
