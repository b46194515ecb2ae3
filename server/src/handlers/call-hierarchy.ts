import { type Call, type CallItem, callItemAt, incomingCallsOf, outgoingCallsOf } from '@waarborg/language';
import type { CallHierarchyItem } from 'vscode-languageserver';
import type { Handler, HandlerContext, Place } from './handler.ts';
import { symbolKinds } from './symbol-kinds.ts';

/** `textDocument/prepareCallHierarchy`, and both ways from there. */
export const callHierarchy: Handler = {
  capabilities: () => ({ callHierarchyProvider: true }),
  register: (context) => {
    const { connection, answer, place, positions } = context;
    const { callHierarchy: calls } = connection.languages;
    calls.onPrepare(
      answer((params) => {
        const at = place(params);
        const found = at && callItemAt(at.snapshot, at.path, at.offset);
        return found === undefined ? null : [toClient(found, context)];
      }),
    );
    const from = ({ uri, selectionRange }: CallHierarchyItem): Place | undefined =>
      place({ textDocument: { uri }, position: selectionRange.start });
    const converted = ({ item, places }: Call) => {
      return { item: toClient(item, context), fromRanges: places.map((span) => positions.range(span)) };
    };
    calls.onIncomingCalls(
      answer(({ item: asked }) => {
        const at = from(asked);
        if (at === undefined) return null;
        const found = incomingCallsOf(at.snapshot, at.path, at.offset).map(converted);
        return found.map(({ item, fromRanges }) => ({ from: item, fromRanges }));
      }),
    );
    calls.onOutgoingCalls(
      answer(({ item: asked }) => {
        const at = from(asked);
        if (at === undefined) return null;
        const found = outgoingCallsOf(at.snapshot, at.path, at.offset).map(converted);
        return found.map(({ item, fromRanges }) => ({ to: item, fromRanges }));
      }),
    );
  },
};

function toClient(
  { kind, name, span, nameSpan }: CallItem,
  { positions, location }: HandlerContext,
): CallHierarchyItem {
  const { uri, range } = location(span);
  return { name, kind: symbolKinds[kind], uri, range, selectionRange: positions.range(nameSpan) };
}
