/** Words that stand beside a label word without saying what it is about, by language: `its main`, `가장 큰`, `какие`. */
const fillers: readonly string[] = [
  'name list describe explain discuss mention state give tell me about назовите перечислите опишите расскажите о об',
  '주요 대표 대표적 핵심 가장 큰 주된 이것 이 그 사용 도입 시 이런 이러한 해당 그리고 또 또한 한편 반면 반면에 하지만 그러나 그럼 그렇다면 그러면 그런데 물론 방식 방법 기법',
  '특징 여러 몇 가지 다음 아래 위 각각 전체 일반적 기타 추가 왜',
  'the key main major common some its their my our your other potential biggest possible general',
  'overall additional using it them this these that those a an and or but so also still yet however',
  'there here are is were has have had several many few couple number of what which following as',
  'follows include includes approach method technique solution pattern such first second more most',
  'important no clear big great real obvious certain typical notable significant primary any les las',
  'los die der das i gli le la el il os ses sus seus suas principales principais principaux principali',
  'wichtigste wichtigsten größte größten ihre seine y e et und aber mais pero ma son sont sind sono são',
  'quels quelles cuáles quais quali welche entre algunas algunos quelques einige alcuni algumas invece',
  'các những và còn một số chính główne jego jej',
  'это этого этой этот такого такой данного данной его её ее их у него неё нее них из среди к и а но да',
  'же есть ещё еще также однако при этом в следующее следующих чём чем какие какой какая каковы какова какими каких',
  'основные основных главные главных главный главное ряд несколько много подхода подход метода способа',
  'решения технологии следующие свои явные очевидные общие другие можно выделить отнести относятся',
  '其 它 的 主要 一些 常见 常見 这些 這些 以下 几个 幾個 也有 有 不過 不过 但 但是 一方',
  'この その 主な 他の 代表的な',
];

const known: ReadonlySet<string> = new Set(fillers.flatMap((line) => line.split(' ')));

/**
 * Whether words say nothing of what a label is about.
 *
 * @param text Words that stand beside a label word.
 */
export function isFiller(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[\s\p{P}\p{S}\d]+/u)
    .every(
      (word) =>
        word === '' || known.has(word) || known.has(word.replace(/(?<=[가-힣])(?:의|한|인|적인|은|는|이|들)$/u, '')),
    );
}
