import { code, type WrittenDocument } from '../document/document.ts';
import { aboutChapter } from './chapters/about.ts';
import { choicesChapter } from './chapters/choices.ts';
import { definitionsChapter } from './chapters/definitions.ts';
import { exceptionsChapter } from './chapters/exceptions.ts';
import { fieldsChapter } from './chapters/fields.ts';
import { parametersChapter } from './chapters/parameters.ts';
import { purposesChapter } from './chapters/purposes.ts';
import { rulesChapter } from './chapters/rules.ts';
import { sourcesChapter } from './chapters/sources.ts';
import { testsChapter } from './chapters/tests.ts';
import type { Handbook } from './handbook.ts';
import { dateWords, say } from './say.ts';

const texts = {
  en: {
    kindOf: 'Handbook of a policy pack',
    lead: 'What this pack asks of an analysis of data about people, rule by rule; which source each rule rests on; and what its authors chose themselves.',
    made: (version: string, date: string) =>
      `Made with Waarborg ${version} from the text of the pack, as things stood on ${date}. The pack itself decides; this handbook only shows it.`,
    digest: 'Digest of the pack: ',
  },
  nl: {
    kindOf: 'Handboek bij een beleidspakket',
    lead: 'Wat dit pakket vraagt van een analyse van gegevens over mensen, regel voor regel; op welke bron elke regel rust; en wat de schrijvers zelf kozen.',
    made: (version: string, date: string) =>
      `Gemaakt met Waarborg ${version} uit de tekst van het pakket, naar de stand van ${date}. Het pakket zelf is beslissend; dit handboek geeft het alleen weer.`,
    digest: 'Vingerafdruk van het pakket: ',
  },
} as const;

/** The handbook as a document: a chapter for each thing that the pack has. The same handbook gives the same document. */
export function writeHandbook(handbook: Handbook): WrittenDocument {
  const { pack, language, asOf, digest, madeBy } = handbook;
  const words = texts[language];
  const chapters = [
    aboutChapter,
    choicesChapter,
    rulesChapter,
    exceptionsChapter,
    parametersChapter,
    purposesChapter,
    definitionsChapter,
    sourcesChapter,
    fieldsChapter,
    testsChapter,
  ];
  return {
    language,
    kindOf: words.kindOf,
    title: [say(pack.title, language)],
    lead: [words.lead],
    sections: chapters.flatMap((chapter) => chapter(handbook) ?? []),
    colophon: [[words.made(madeBy, dateWords(asOf, language))], [words.digest, code(digest)]],
  };
}
