// Case folders, as the server has them.
async function ask(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...options });
  } catch {
    throw new Error("The server does not answer. Check that it is running.");
  }
  const found = await answer.json().catch(() => ({ error: `The server answered ${answer.status}.` }));
  if (!answer.ok) throw new Error(found.error);
  return found;
}

export const list = (cases, kind, item) => ask(`${cases}.json?${new URLSearchParams({ kind, item })}`);

export const send = (cases, token, content) =>
  ask(`${cases}/change.json`, { method: "POST", headers: { "content-type": "application/json", "x-csrftoken": token }, body: JSON.stringify(content) });
