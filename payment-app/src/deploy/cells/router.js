// Finds the slot of a call: crc32(orderNo) mod 100, which the last two digits of a pay or refund number repeat.

const NUMBER = /^(?:PAY|REF)[0-9]{27}([0-9]{2})$/;
const NUMBER_IN_PATH = /^\/payments\/(?:refunds\/)?((?:PAY|REF)[0-9]{29})(?:\/|$)/;
// The second one is the reference order-service's, in the development run.
const ORDER_IN_PATH = /^\/(?:payments\/order|order-service\/orders)\/([A-Za-z0-9_-]{1,32})(?:\/|$)/;
const LISTS = /^\/payments\/(?:unapplied|overdue|claims|trade|refunds)(?:\/|$)/;
const NOTIFICATION = /^(?:\/cells\/([a-z0-9-]+))?(\/channels\/.*)$/;

const MISDIRECTED = 421;

function slotOfOrder(orderNo) {
  let crc = 0xffffffff;
  for (let i = 0; i < orderNo.length; i++) {
    crc ^= orderNo.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const slot = ((crc ^ 0xffffffff) >>> 0) % 100;
  return slot < 10 ? '0' + slot : String(slot);
}

function slotOfNumber(number) {
  const found = NUMBER.exec(number);
  return found ? found[1] : '';
}

function slotOfPath(r) {
  const number = NUMBER_IN_PATH.exec(r.uri) || [null, r.args.payNo];
  if (number[1]) return slotOfNumber(number[1]);
  const order = ORDER_IN_PATH.exec(r.uri);
  return order ? slotOfOrder(order[1]) : '';
}

// A body that names no order goes to any cell, which refuses it as it always does.
function slotOfBody(r) {
  let body;
  try {
    body = JSON.parse(r.requestText || '');
  } catch (e) {
    return '';
  }
  if (body === null || typeof body !== 'object') return '';
  if (typeof body.payNo === 'string') return slotOfNumber(body.payNo);
  return typeof body.orderNo === 'string' ? slotOfOrder(body.orderNo) : '';
}

function route(r) {
  const slot = slotOfPath(r) || slotOfBody(r);
  if (!slot && LISTS.test(r.uri)) {
    r.headersOut['Content-Type'] = 'application/json';
    r.headersOut['Cache-Control'] = 'no-store';
    r.return(MISDIRECTED, '{"code":"A0421","message":"Each cell has a list of its own: ask every cell","data":null}');
    return;
  }
  r.variables.slot = slot;
  r.internalRedirect('@cell');
}

// The named cell first, then the others: a cell that does not have the order says 421 and has stored nothing. A cell
// that is away must not keep the others' notifications back.
async function notify(r) {
  const found = NOTIFICATION.exec(r.uri);
  const cells = r.variables.cells.split(' ');
  const order = cells.filter(cell => cell === found[1]).concat(cells.filter(cell => cell !== found[1]));
  let answer = null;
  for (let i = 0; i < order.length; i++) {
    const reply = await r.subrequest('/-cell/' + order[i] + found[2], {method: r.method, args: r.variables.args || ''});
    if (!answer || reply.status !== MISDIRECTED) answer = reply;
    if (reply.status < 500 && reply.status !== MISDIRECTED) break;
  }
  for (let name in answer.headersOut) {
    if (!/^(?:content-length|transfer-encoding|connection|date|server)$/i.test(name)) {
      r.headersOut[name] = answer.headersOut[name];
    }
  }
  r.return(answer.status, answer.responseText);
}

export default {route, notify};
