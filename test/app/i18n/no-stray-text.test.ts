import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'name',
  'detail',
  'caption',
  'description',
  'label',
]);

/** Signs, figures and single letters need no translation; names of fields of forms are no text. */
const isText = (text: string) => /\p{L}{2,}/u.test(text);

/** Every text of the string expressions that an expression may come to. */
function strings(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  }
  if (ts.isParenthesizedExpression(node)) return strings(node.expression);
  if (ts.isConditionalExpression(node)) {
    return [...strings(node.whenTrue), ...strings(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    const kinds = [
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.PlusToken,
    ];
    const left = kinds.includes(node.operatorToken.kind) ? strings(node.left) : [];
    return [...left, ...strings(node.right)];
  }
  return [];
}

/** Texts for the reader that a component spells out instead of taking them from a catalogue. */
function strayTexts(source: string, file: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      found.push(...strings(node.expression));
    }
    if (ts.isJsxAttribute(node) && ATTRIBUTES.has(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteral(initializer)) found.push(initializer.text);
      if (ts.isJsxExpression(initializer) && initializer.expression) {
        found.push(...strings(initializer.expression));
      }
    }
    node.forEachChild(look);
  };
  look(tree);
  return found.filter(isText).map((text) => text.trim());
}

it('finds texts in elements, in expressions and in attributes', () => {
  const source = `const a = <p title="One" className="two" aria-label={b ? 'Three' : c}>
    Four {b && 'Five'} {t('six')} {\`Seven \${n}\`} × 8 {'-'}
  </p>;`;
  expect(strayTexts(source, 'a.tsx')).toEqual(['One', 'Three', 'Four', 'Five', 'Seven']);
});

it('no component has texts outside the catalogues', () => {
  const root = 'src/app';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  expect(files.length).toBeGreaterThan(40);
  const stray = files.flatMap((file) =>
    strayTexts(readFileSync(join(root, file), 'utf8'), file).map((text) => `${file}: ${text}`),
  );
  expect(stray).toEqual([]);
});
