// @ts-check

/**
 * User settings of an editor.
 *
 * @typedef {Readonly<Record<string, unknown>>} UserSettings
 */

/**
 * Settings for an editor in which nothing but the extension speaks: no welcome page, no chat, no questions, no network.
 *
 * @type {UserSettings}
 */
export const quietSettings = {
  'breadcrumbs.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  // A server looks for ports every few seconds, which holds its extension host up. The first of these does not stop it.
  'remote.autoForwardPorts': false,
  'remote.autoForwardPortsSource': 'output',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};
