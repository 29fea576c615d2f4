import assert from 'node:assert/strict';
import { pageDocument } from '../../../src/core/page/pageDocument.js';
import { readMarkup } from './markupReader.js';

const parts = {
  cspSource: 'https://*.webview.example',
  nonce: 'n0nce',
  scriptUri: 'https://files.webview.example/page.js',
  codeScriptUri: 'https://files.webview.example/code.js',
  mathScriptUri: 'https://files.webview.example/math.js',
  mathStyleUri: 'https://files.webview.example/math.css',
  styleUri: 'https://files.webview.example/page.css',
  lang: 'ko',
  title: '요점 <페이지>',
  kind: 'panel' as const,
  showsWebImages: true,
  waitingText: '불러오는 중 & …',
  copyText: '복사 "',
  copiedText: '복사했습니다',
};

describe('the document of the page', () => {
  const document = pageDocument(parts);
  const { tags, text } = readMarkup(document.replace('<!doctype html>', ''));

  it('has a policy that allows nothing but its own files and images', () => {
    const policies = tags.filter((tag) => tag.attributes.get('http-equiv') === 'Content-Security-Policy');
    assert.equal(policies.length, 1);
    assert.deepEqual(policies[0]?.attributes.get('content')?.split('; '), [
      "default-src 'none'",
      'img-src https://*.webview.example https: data:',
      'style-src https://*.webview.example',
      "script-src 'nonce-n0nce'",
      'font-src https://*.webview.example',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.doesNotMatch(document, /unsafe-|\son[a-z]+=|\sstyle=|<style/iu);
  });

  it('lets no picture come from the web where the user wants none', () => {
    const content = pageDocument({ ...parts, showsWebImages: false });
    assert.match(content, /img-src https:\/\/\*\.webview\.example data:;/u);
  });

  it('puts the policy before anything that loads', () => {
    assert.ok(document.indexOf('Content-Security-Policy') < document.indexOf('<link'));
  });

  it('loads one script by its nonce and one style sheet', () => {
    const scripts = tags.filter(({ name }) => name === 'script');
    assert.deepEqual(
      scripts.map(({ attributes }) => [...attributes]),
      [
        [
          ['nonce', 'n0nce'],
          ['src', parts.scriptUri],
        ],
      ],
    );
    assert.match(document, /<script[^>]*><\/script>/u);
    assert.deepEqual(
      tags.filter(({ name }) => name === 'link').map(({ attributes }) => attributes.get('href')),
      [parts.styleUri],
    );
  });

  it('says its language, has a main landmark and live regions, and text is text', () => {
    assert.match(document, /^<!doctype html><html lang="ko">/u);
    assert.match(
      document,
      /<main id="page" tabindex="-1" data-copy="복사 &#x22;" data-copied="복사했습니다" data-code-script="https:\/\/files.webview.example\/code.js" data-math-script="https:\/\/files.webview.example\/math.js" data-math-style="https:\/\/files.webview.example\/math.css" aria-busy="true">/u,
    );
    assert.match(document, /<div id="banner" role="status" hidden><\/div>/u);
    assert.match(document, /<div id="status" role="status" class="unseen"><\/div>/u);
    assert.ok(text.includes('요점 <페이지>') && text.includes('불러오는 중 & …'));
  });

  it('cannot be left through its parts', () => {
    const evil = '"><script>alert(1)</script>';
    const { tags: all } = readMarkup(
      pageDocument({
        ...parts,
        title: evil,
        waitingText: evil,
        copyText: evil,
        copiedText: evil,
        lang: evil,
        scriptUri: evil,
        codeScriptUri: evil,
        mathScriptUri: evil,
        mathStyleUri: evil,
      }).replace('<!doctype html>', ''),
    );
    assert.equal(all.filter(({ name }) => name === 'script').length, 1);
  });
});
