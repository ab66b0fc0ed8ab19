// Talking to the server. Every decision carries the token against forgery that the page was sent with.
const page = document.body.dataset;

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.error || `The server answered ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(`${page.root}/${path}`, { credentials: "same-origin", ...options });
  } catch {
    throw new Refused(0, { error: "The server does not answer. Is it still running? Nothing was lost; try again." });
  }
  const content = await answer.json().catch(() => ({ error: `The server answered ${answer.status}.` }));
  if (!answer.ok) throw new Refused(answer.status, content);
  return content;
}

export const get = (path, parameters = []) => {
  const query = new URLSearchParams(parameters).toString();
  return ask(query ? `${path}?${query}` : path);
};

export const decide = (decision) =>
  ask("decide.json", {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrftoken": page.token },
    body: JSON.stringify(decision),
    keepalive: true, // a decision made just before the page is left still goes out
  });
