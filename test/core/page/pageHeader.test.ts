import assert from 'node:assert/strict';
import { readMarkup } from './markupReader.js';
import { elementOf, firstPage } from './page.js';
import { unsafeParts } from './pageSafety.js';

describe('the header of a page', () => {
  it('shows tags of the concept and its note as chips that search for them', () => {
    const tagged = firstPage(
      ...['---', 'categories: [Cloud, Patterns, faas]', 'tags: [faas, "serverless <b>", FaaS]', '---'],
      ...['# A', 'About #events and #Serverless.', '', '## B', '#other'],
    );
    const tags = elementOf(tagged, '<ul class="chips tags"');
    assert.equal(readMarkup(tags).text, '#events#Serverless#faas#serverless <b>');
    assert.match(
      tags,
      /<a href="#" data-action="findTopic" data-topic="events" data-key="findTopic events" class="chip" title="Find concepts with the tag events">/u,
    );
    // What is both is found by its tag, and is not said twice.
    assert.equal(readMarkup(elementOf(tagged, '<ul class="chips topics"')).text, '#Patterns');
    assert.deepEqual(unsafeParts(tagged), []);
    assert.ok(!firstPage('# A', 'x').includes('chips tags'));
  });
});
