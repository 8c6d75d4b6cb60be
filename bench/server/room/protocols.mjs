// How each server is spoken to: joining its room, sending an edit, and telling at a glance what has arrived. What others get of an edit is the same
// text with all, as Pagewright sends it: {"type":"transaction","id":"b<client>-<number>", …}.

const operationsOf = ({ node, value }) => `[{"type":"set_prop","id":"${node}","key":"title","value":"${value}"}]`;
const label = 'Edit title';
// As long as Pagewright's.
const author = '{"id":"01a2271b-0131-7000-9865-e7d98ec0773c","name":"bench@example.org"}';

const idOf = (edit) => `b${edit.client}-${edit.number}`;
const transaction = (edit) => `{"type":"transaction","id":"${idOf(edit)}","sequence":${edit.number},"author":${author},"label":"${label}","operations":${operationsOf(edit)}}`;

const startsWith = (prefix) => (bytes, start) => {
  for (let i = 0; i < prefix.length; i++) if (bytes[start + i] !== prefix.charCodeAt(i)) return false;
  return true;
};
const transactionStart = '{"type":"transaction","id":"b';

// An edit as it arrives: whether it is one, and where in the text its number begins, after "b<client>-".
const arriving = (before) => {
  const prefix = before + transactionStart;
  return { isEdit: startsWith(prefix), idAt: prefix.length };
};

export const protocols = {
  pagewright: ({ token, pageId }) => ({
    path: '/api/v1/collaboration',
    ...arriving(''),
    isAcknowledgement: startsWith('{"type":"acknowledge"'),
    // Said after the connection opened, until the server has said the last of these.
    greeting: [{ send: (client) => JSON.stringify({ type: 'hello', accessToken: token, pageId, clientId: `b${client}`, since: null }), answer: startsWith('{"type":"welcome"') }],
    edit: (edit) => `{"type":"submit","transaction":{"id":"${idOf(edit)}","label":"${label}","operations":${operationsOf(edit)}}}`,
  }),
  socketIo: () => ({
    path: '/socket.io/?EIO=4&transport=websocket',
    ...arriving('42["edit",'),
    isAcknowledgement: startsWith('43'),
    greeting: [{ send: () => '40', answer: startsWith('40{') }],
    // Of what else arrives: its own greeting, which needs no answer, and pings, which do.
    answerTo: (bytes, start, end) => {
      if (startsWith('0{')(bytes, start)) return '';
      return end - start === 1 && startsWith('2')(bytes, start) ? '3' : null;
    },
    edit: (edit) => `42${edit.number}["edit",${transaction(edit)}]`,
  }),
  ws: () => ({
    path: '/',
    ...arriving(''),
    isAcknowledgement: startsWith('{"type":"acknowledge"'),
    greeting: [],
    edit: transaction,
  }),
};
