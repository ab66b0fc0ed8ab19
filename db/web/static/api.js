// Talking to the server. Every decision carries the token against forgery that the page was sent with.
const page = document.body.dataset;

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.error || `The server answered ${status}.`);
    this.status = status;
    this.answer = answer;
    this.mayBeTried = status === 0 || status === 403 || status >= 500; // nothing was decided against it
  }
}

// Reads what an address has, or posts `content` to it.
export async function ask(address, content, token = page.token) {
  const posting = content !== undefined && {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrftoken": token },
    body: JSON.stringify(content),
    keepalive: true, // what was decided just before the page is left still goes out
  };
  let answer;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...posting });
  } catch {
    throw new Refused(0, { error: "The server does not answer. Check that it is running." });
  }
  const found = await answer.json().catch(() => ({ error: `The server answered ${answer.status}.` }));
  if (!answer.ok) throw new Refused(answer.status, found);
  return found;
}

export const get = (path, parameters = []) => {
  const query = new URLSearchParams(parameters).toString();
  return ask(`${page.root}/${path}${query && `?${query}`}`);
};

export const post = (path, content) => ask(`${page.root}/${path}`, content);

// `by`: whom the page was made for. Where somebody else has signed in since, the server refuses it.
export const decide = (decision) => post("decide.json", { ...decision, by: page.who });

// What a correction would make of a claim.
export const preview = (claims, correction) => post("preview.json", { claims, correction });

// Gives back claims, by their keys.
export const release = (claims) => post("release.json", { claims });

// Who is signed in, and a fresh token: those of the page may be older than the session.
export async function session() {
  const { who, token } = await get("counts.json");
  page.token = token;
  return who;
}
