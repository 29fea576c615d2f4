import assert from 'node:assert/strict';
import { pointsRead, shapeFixtures } from '../../fixtures/shapes.js';

const fixtures = shapeFixtures();

describe('pros and cons in the shapes that people use', () => {
  it('are there at all', () => {
    assert.ok(fixtures.length >= 80, `${fixtures.length} fixtures`);
  });

  for (const fixture of fixtures) {
    it(`are read as a careful reader would: ${fixture.name}`, () => {
      assert.deepEqual(pointsRead(fixture), fixture.points);
    });
  }
});
