// What must not overlap goes one after the other, however fast keys are pressed: undoing, dialogs about conflicts.
let turn = Promise.resolve();

export function serially(work) {
  const doing = turn.then(work);
  turn = doing.catch(() => {});
  return doing;
}
