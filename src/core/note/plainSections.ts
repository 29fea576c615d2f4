import { composed, withoutNumbering } from './aliases.js';
import { foldSpace } from './plainText.js';

/** Headings of parts that name no concept of their own, language by language. */
const titles =
  '특징, 구조, 원리, 동작 원리, 작동 원리, 동작 방식, 작동 방식, 동작 과정, 종류, 방법, 사용법, 사용 방법, 배경, ' +
  '등장 배경, 요약, 정리, 결론, 설명, 과정, 용어, 역할, 개요, 소개, 구성, 구성 요소, 흐름, 구현, 구현 방법, ' +
  '기본 개념, 핵심 개념, 필요성, 목적, 이유, 사용 이유, 사용하는 이유, 들어가며, 마치며, 서론, 본론, ' +
  'features, key features, overview, summary, how it works, how does it work, notes, usage, background, ' +
  'conclusion, characteristics, key characteristics, introduction, intro, principles, process, types, context, ' +
  'decision, decision outcome, consequences, motivation, basics, details, implementation, structure, workflow, ' +
  'properties, components, key concepts, key ideas, the idea, why, description, explanation, steps, ' +
  'принципы, принцип работы, как это работает, как работает, особенности, виды, типы, введение, основы, ' +
  'заключение, итоги, применение, структура, этапы, устройство, характеристики, описание, суть, ' +
  '特徴, 仕組み, 使い方, 種類, 手順, まとめ, はじめに, 構成, 流れ, 背景, ' +
  '特点, 特點, 原理, 工作原理, 简介, 簡介, 背景, 使用, 总结, 總結, 结构, 結構, 流程, 步骤, 步驟, ' +
  'ablauf, überblick, merkmale, eigenschaften, funktionsweise, grundlagen, einleitung, aufbau, arten, ' +
  'características, cómo funciona, introducción, resumen, tipos, principios, ' +
  'fonctionnement, caractéristiques, principes, principe, résumé, présentation, ' +
  'características, como funciona, resumo, introdução, princípios, ' +
  'caratteristiche, come funziona, principi, introduzione, riassunto, ' +
  'đặc điểm, cách hoạt động, nguyên lý, giới thiệu';

/** Titles whose signs are told without asking what each character is. */
const simple = /^[ -~가-힣]*$/;

const keys: ReadonlySet<string> = new Set(titles.split(', ').map(sectionKey));

/**
 * Whether a heading titles a part of what stands around it, such as `특징` or `How it works`: then points below it are no
 * points of its own.
 *
 * @param title The heading, a bold line or a list item, as plain text.
 */
export function isPlainSection(title: string): boolean {
  return keys.has(sectionKey(title));
}

function sectionKey(title: string): string {
  return withoutNumbering(foldSpace(composed(title).slice(0, 60)))
    .toLowerCase()
    .replace(simple.test(title) ? /[!-/:-@[-`{-~ ]+/g : /[\s\p{P}\p{S}]+/gu, '');
}
